import { namespaceOf } from '../../protocol/index.ts';
import { usesRequireAsync } from './analyse-script.ts';

/** One function of the logic file. */
export interface LogicModule {
  readonly definer: 'defineModule' | 'defineWxs';
  readonly name: string;
  readonly code: string;
  /** Source map of `code` as JSON text. */
  readonly map?: string | undefined;
}

export interface LogicFile {
  readonly code: string;
  /** Sectioned source map, version 3, as JSON text. */
  readonly map: string;
}

/**
 * Writes the guest script of one part: modules, then WXS, then template units, each in the order given. A
 * plain script in sloppy mode; every module is a function of its own, so strictness stays the author's choice.
 */
export function writeLogicFile(modules: readonly LogicModule[], units: readonly string[]): LogicFile {
  const text: string[] = [];
  const sections: string[] = [];
  let line = 0;
  const write = (piece: string): void => {
    text.push(piece, '\n');
    line += countLines(piece) + 1;
  };
  for (const { definer, name, code, map } of modules) {
    const own = definer === 'defineModule' ? ownFunctions(name, code) : '';
    write(`${definer}(${JSON.stringify(name)}, function (require, module, exports) {${own}`);
    if (map !== undefined) sections.push(`{"offset":{"line":${line},"column":0},"map":${map}}`);
    write(code);
    write('});');
  }
  for (const unit of units) write(unit);
  // A sectioned map is glued from the texts of its sections: nothing is decoded again in a rebuild.
  return { code: text.join(''), map: `{"version":3,"sections":[${sections.join(',')}]}` };
}

/** Functions that depend on the module that calls them: on its first line, so that positions stay what they are. */
function ownFunctions(name: string, code: string): string {
  const later = usesRequireAsync(code) ? ' var requireAsync = require.async;' : '';
  const isInPlugin = namespaceOf(name) !== '' && /\brequireMiniProgram\b/.test(code);
  return isInPlugin ? `${later} var requireMiniProgram = require.miniProgram;` : later;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
