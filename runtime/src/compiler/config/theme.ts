import type { Json } from '../../protocol/index.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { resolvePath } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import type { JsonValue } from './json-document.ts';
import type { JsonFiles } from './json-files.ts';

/** `theme.json`: what `@name` in window and tab bar settings stands for. */
export interface Theme {
  /** The program follows the person's choice of light or dark. */
  readonly darkmode: boolean;
  /** The same settings with variables replaced; what is not `@name` stays, and an unknown name is a warning. */
  readonly light: (settings: JsonValue) => JsonValue;
  readonly dark: (settings: JsonValue) => JsonValue;
}

/** Reads `darkmode`, `themeLocation` and the file that names. */
export function readTheme(
  app: JsonValue,
  { files, json, diagnostics }: { files: ProjectFiles; json: JsonFiles; diagnostics: Diagnostics },
): Theme {
  const location = app.member('themeLocation');
  const written = typeof location?.value === 'string' ? location.value : 'theme.json';
  const path = resolvePath('', written);
  const file = path === undefined ? undefined : files.get(path);
  if (file === undefined && location !== undefined) {
    diagnostics.warn('CONFIG', `"themeLocation": there is no ${written}`, location.place);
  }
  const themes = json.read(file, diagnostics);
  const replacing = (kind: 'light' | 'dark') => {
    const variables = themes?.member(kind);
    const lookUp = (name: string, settings: JsonValue): Json | undefined => {
      const found = variables?.member(name)?.value;
      if (found === undefined) {
        const where = themes === undefined ? 'there is no theme.json' : `"${kind}" of ${written} has no such name`;
        diagnostics.warn('CONFIG', `"@${name}" stands for nothing: ${where}`, settings.place);
      }
      return found;
    };
    return (settings: JsonValue) => replaceVariables(settings, lookUp);
  };
  return { darkmode: app.member('darkmode')?.value === true, light: replacing('light'), dark: replacing('dark') };
}

type Lookup = (name: string, settings: JsonValue) => Json | undefined;

function replaceVariables(settings: JsonValue, lookUp: Lookup): JsonValue {
  const wrap = (value: JsonValue): JsonValue[] => {
    const { value: written } = value;
    const name = typeof written === 'string' && /^@\w/.test(written) ? written.slice(1) : undefined;
    if (name === undefined) return [replaceVariables(value, lookUp)];
    const found = lookUp(name, value);
    // A variable without a value is a setting that was not made.
    return found === undefined ? [] : [{ ...fixed(found), place: value.place }];
  };
  return {
    get value() {
      return settings.value;
    },
    get place() {
      return settings.place;
    },
    member(name) {
      const found = settings.member(name);
      return found === undefined ? undefined : wrap(found)[0];
    },
    members: () =>
      settings
        .members()
        .flatMap(([name, value]) => wrap(value).map((one) => [name, one] satisfies [string, JsonValue])),
    items: () => settings.items().flatMap(wrap),
  };
}

function fixed(value: Json): Omit<JsonValue, 'place'> {
  return { value, member: () => undefined, members: () => [], items: () => [] };
}
