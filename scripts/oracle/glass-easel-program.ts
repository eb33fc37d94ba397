import * as glassEasel from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';
import { type Attaching, watchAttaching } from './attaching.ts';
import type { OracleCase } from './case.ts';
import { type OwnUpdates, watchOwnUpdates, watchTemplate } from './own-update.ts';
import { replaceMethod } from './replace-method.ts';
import { type SlotLists, watchSlotLists } from './slot-lists.ts';
import { pathOf, writeScripts } from './write-script.ts';
import { abstractTag, tagOf, writeWxml } from './write-wxml.ts';

type Options = Record<string, unknown>;
type Page = glassEasel.GeneralComponent;

/** A case run by glass-easel, without a view: its composed tree is walked instead. */
export interface GlassEaselProgram {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly attaching: Attaching;
  readonly ownUpdates: OwnUpdates;
  readonly slotLists: SlotLists;
  /** Calls a method of the page. */
  call(method: string, argument: unknown): unknown;
  dispose(): void;
}

/** Options WeChat's own framework sets for programs. */
const componentOptions = { writeFieldsToNode: true, dynamicSlots: false };

/** Defines a case's components in a space of their own and attaches its page. */
export function startGlassEasel(given: OracleCase): GlassEaselProgram {
  const errors: string[] = [];
  const onError = (error: unknown): boolean => {
    errors.push(error instanceof Error ? error.message : String(error));
    return false;
  };
  const onWarning = (): boolean => false;
  glassEasel.addGlobalErrorListener(onError);
  glassEasel.addGlobalWarningListener(onWarning);
  const ownUpdates = watchOwnUpdates();
  const attaching = watchAttaching();
  const slotLists = watchSlotLists();
  const shareAgain = copyWrittenBack();
  const dispose = (): void => {
    shareAgain();
    slotLists.dispose();
    attaching.dispose();
    glassEasel.removeGlobalErrorListener(onError);
    glassEasel.removeGlobalWarningListener(onWarning);
  };
  try {
    const page = createPage(given);
    glassEasel.Element.pretendAttached(page);
    return {
      page,
      errors,
      attaching,
      ownUpdates,
      slotLists,
      call: (method, argument) => page.callMethod(method, argument),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** Rule `set-data-copies`. */
function copyWrittenBack(): () => void {
  return replaceMethod(glassEasel.DataGroup.prototype, 'setModelBindingListener', (run, values) => {
    const [, listener] = values;
    if (typeof listener === 'function') values[1] = (value: unknown) => listener(structuredClone(value));
    return run();
  });
}

function createPage(given: OracleCase): Page {
  const space = new glassEasel.ComponentSpace();
  space.updateComponentOptions(componentOptions);
  space.defineComponent({ is: '' });
  const scripts = writeScripts(given);
  const templates = compileTemplates(given);
  const loaded = new Map<string, unknown>();

  const run = (file: string): unknown => {
    if (loaded.has(file)) return loaded.get(file);
    const path = file.replace(/\.js$/, '');
    const module: { exports: unknown } = { exports: {} };
    const require = (name: string): unknown => run(name.replace('./', 'parts/'));
    const defineBehavior = (options: Options): unknown => space.defineBehavior({ ...options, is: path });
    const defineComponent = (options: Options): void => {
      const using: Record<string, string> = {};
      given.components.forEach((_, at) => {
        using[tagOf(at)] = `/${pathOf(at)}`;
      });
      const methods = typeof options.methods === 'object' ? options.methods : {};
      space.defineComponent({
        ...options,
        is: path,
        using,
        generics: { [abstractTag]: true },
        methods: { ...methods, groupSetData, selectAllComponents, selectComponent, selectOwnerComponent },
        template: {
          groupList: templates,
          content: watchTemplate(templates[path]),
          // Rule `updates-are-general`.
          updateMode: 'virtualTree',
        },
      });
    };
    const factory = new Function('require', 'module', 'Component', 'Behavior', scripts.get(file) ?? '');
    factory(require, module, defineComponent, defineBehavior);
    loaded.set(file, module.exports);
    return module.exports;
  };

  for (let at = given.components.length - 1; at >= 0; at -= 1) run(`${pathOf(at)}.js`);
  const definition = space.getComponentByUrl(pathOf(0), '');
  return glassEasel.Component.createWithContext('page', definition, new glassEasel.EmptyBackendContext());
}

/** glass-easel has the pieces of WeChat's `groupSetData`; the method itself is its host's. */
function groupSetData(this: Page, run: () => void): void {
  this.groupUpdates(() => {
    const own = this.setData;
    this.setData = this.updateData;
    try {
      run();
    } finally {
      this.setData = own;
    }
  });
}

/** Rule `selecting-is-the-hosts`. */
function selectAllComponents(this: Page, selector: string): Page[] {
  const found = this.getShadowRoot()?.querySelectorAll(selector) ?? [];
  return found.filter((one) => glassEasel.Component.isComponent(one));
}

function selectComponent(this: Page, selector: string): Page | undefined {
  return selectAllComponents.call(this, selector)[0];
}

function selectOwnerComponent(this: Page): Page | null {
  return this.ownerShadowRoot?.getHostNode() ?? null;
}

function compileTemplates(given: OracleCase): Record<string, unknown> {
  const group = new TmplGroup();
  given.components.forEach((_, at) => {
    group.addTmpl(pathOf(at), writeWxml(given, at));
  });
  const source = group.getTmplGenObjectGroups();
  group.free();
  const templates: unknown = new Function(`return ${source}`)();
  if (typeof templates !== 'object' || templates === null) throw new Error('the template compiler made no object');
  return Object.fromEntries(Object.entries(templates));
}
