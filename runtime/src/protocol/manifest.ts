import * as v from 'valibot';
import { jsonSchema, pathSchema } from './json.ts';

/** `window` of app.json and its overrides in page.json. Colours are CSS colours. Unknown keys are kept out by the compiler. */
export const windowSchema = v.object({
  navigationBarBackgroundColor: v.optional(v.string()),
  navigationBarTextStyle: v.optional(v.picklist(['black', 'white'])),
  navigationBarTitleText: v.optional(v.string()),
  navigationStyle: v.optional(v.picklist(['default', 'custom'])),
  homeButton: v.optional(v.boolean()),
  backgroundColor: v.optional(v.string()),
  backgroundColorContent: v.optional(v.string()),
  backgroundTextStyle: v.optional(v.picklist(['dark', 'light'])),
  enablePullDownRefresh: v.optional(v.boolean()),
  onReachBottomDistance: v.optional(v.number()),
  disableScroll: v.optional(v.boolean()),
  pageOrientation: v.optional(v.string()),
});
export type WindowConfig = v.InferOutput<typeof windowSchema>;

export const tabBarSchema = v.object({
  color: v.optional(v.string()),
  selectedColor: v.optional(v.string()),
  backgroundColor: v.optional(v.string()),
  borderStyle: v.optional(v.picklist(['black', 'white'])),
  position: v.optional(v.picklist(['bottom', 'top'])),
  custom: v.optional(v.boolean()),
  list: v.array(
    v.object({
      pagePath: pathSchema,
      text: v.optional(v.string()),
      iconPath: v.optional(v.string()),
      selectedIconPath: v.optional(v.string()),
    }),
  ),
});
export type TabBar = v.InferOutput<typeof tabBarSchema>;

/** A page or custom component: the same thing to the runtime. Paths carry no extension. */
export const componentSchema = v.object({
  /** Tag as written in WXML → component path. */
  usingComponents: v.record(v.string(), pathSchema),
  /** Style file, when it has one. */
  style: v.optional(pathSchema),
  /** Class prefix its style file was compiled with; pages have none. */
  prefix: v.optional(v.string()),
  styleIsolation: v.optional(v.string()),
  /** `componentPlaceholder`: tag → tag that stands in until the part that holds the component is loaded. */
  placeholders: v.optional(v.record(v.string(), v.string())),
  /** Template file; absent only when the component has no WXML. */
  template: v.optional(pathSchema),
  /** Script file, when it has one. */
  script: v.optional(pathSchema),
  /** Its template, or one that it imports, has a canvas: pages with it get a frame that paints such. */
  canvas: v.optional(v.boolean()),
  /** Own window settings; pages only. */
  window: v.optional(windowSchema),
});
export type ComponentEntry = v.InferOutput<typeof componentSchema>;

export const partSchema = v.object({
  /** `''` for the main package, else the subpackage root. */
  root: v.string(),
  independent: v.optional(v.boolean()),
  /** Guest script with all modules and templates of the part. */
  logic: pathSchema,
  /** Source map of `logic`; development packages only. */
  logicMap: v.optional(pathSchema),
  skeletons: pathSchema,
});
export type PackagePart = v.InferOutput<typeof partSchema>;

/** The folder that `workers` of app.json names: scripts of a realm of their own, in no part. */
export const workersSchema = v.object({
  /** The folder, without a slash at its end. */
  root: v.string(),
  /** Weighs as a subpackage of its own. */
  isSubpackage: v.optional(v.boolean()),
  /** All its modules. */
  logic: pathSchema,
  logicMap: v.optional(pathSchema),
  /** Names of the modules that `wx.createWorker` may start. */
  scripts: v.array(pathSchema),
});

export const pluginSchema = v.object({
  /** Module that `requirePlugin` gives. */
  main: v.optional(pathSchema),
  /** Module of the program that `requireMiniProgram` gives to the plugin. */
  export: v.optional(pathSchema),
  /** App id of its provider, by which `plugin-private://` calls it. */
  provider: v.optional(v.string()),
  /** Name as in `plugin://<plugin>/<name>` → route. */
  pages: v.record(v.string(), pathSchema),
});

/** `manifest.json` of a package: everything the player and the gate need to know before any guest code runs. */
export const manifestSchema = v.object({
  format: v.literal(1),
  appId: v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)),
  name: v.string(),
  version: v.string(),
  icon: v.optional(pathSchema),
  /** Built from a folder without `terrarium.json`: capabilities and domains are not checked, and the screen says so. */
  development: v.boolean(),
  capabilities: v.array(v.string()),
  domains: v.record(v.string(), v.array(v.string())),
  /** Page routes in app.json order; the first is the entry page. Subpackage pages carry their root. */
  pages: v.pipe(v.array(pathSchema), v.minLength(1)),
  entryPage: pathSchema,
  /** Pages that links from outside may open; absent for all. */
  entryPages: v.optional(v.array(pathSchema)),
  window: windowSchema,
  tabBar: v.optional(tabBarSchema),
  /** What replaces window, tab bar and page settings in dark mode. Absent when the program does not follow it. */
  dark: v.optional(
    v.object({ window: windowSchema, tabBar: v.optional(tabBarSchema), pages: v.record(pathSchema, windowSchema) }),
  ),
  /** `permission`, `requiredPrivateInfos`, `networkTimeout` and other app.json keys the gate or guest reads. */
  app: v.record(v.string(), jsonSchema),
  components: v.record(pathSchema, componentSchema),
  /** app.wxss compiled, when there is one. */
  appStyle: v.optional(pathSchema),
  /** app.js module, when there is one. */
  appScript: v.optional(pathSchema),
  parts: v.array(partSchema),
  workers: v.optional(workersSchema),
  /** Plugins by the name the program gave them; their files are below `__plugin__/<name>/`. */
  plugins: v.optional(v.record(v.string(), pluginSchema)),
  /** `preloadRule`: route → roots of parts to be fetched when it opens. */
  preload: v.optional(v.record(pathSchema, v.array(v.string()))),
  /** Every other file of the package. `sha256` is lower-case hex. */
  files: v.array(
    v.object({ path: pathSchema, size: v.number(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  ),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
/** Name of the manifest inside a package. */
export const manifestFile = 'manifest.json';
