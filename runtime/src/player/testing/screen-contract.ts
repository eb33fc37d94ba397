import { pageId } from '../../protocol/ids.ts';
import type { Json } from '../../protocol/json.ts';
import { createPageTree } from '../../view/index.ts';
import type { Modal, NavigationBar, PageSurface, Screen, ScreenPage } from '../screen.ts';

/** What every screen does. Plain data, because it also runs inside a browser page. */
export interface ScreenCase {
  readonly name: string;
  readonly expected: Json;
  run(screen: Screen): Promise<Json>;
}

export const plainModal: Modal = {
  title: 'Sure?',
  content: '',
  showCancel: true,
  editable: false,
  placeholderText: '',
};

export const plainBar: NavigationBar = {
  title: 'Title',
  backgroundColor: '#ffffff',
  textStyle: 'black',
  loading: false,
  back: false,
  home: false,
  custom: false,
  animationMs: 0,
};

/** A page with one `view` that says `text`. */
export function openPlainPage(screen: Screen, id: number, text: string, change: Partial<ScreenPage> = {}): PageSurface {
  const tree = createPageTree({
    skeleton: () => ({
      source: 'a.wxml',
      holes: 1,
      roots: [{ kind: 'element', tag: 'view', children: [{ kind: 'text', hole: 0 }] }],
    }),
  });
  const surface = screen.openPage({
    id: pageId(id),
    route: 'a',
    tree,
    isTab: false,
    canvases: false,
    styles: { sheets: () => [], component: () => ({}) },
    assets: { url: (path) => path },
    listener: { event: nothing, scrolled: nothing, pulled: nothing, writing: nothing, warning: nothing },
    ...change,
  });
  surface.setNavigationBar(plainBar);
  surface.setBackground({ theme: 'light', color: '#ffffff', textStyle: 'dark', pullable: false, scrollable: true });
  tree.apply([[0, 1, 0, 0, 0, 0, 0, [text]]]);
  return surface;
}

const nothing = () => undefined;

export const screenCases: readonly ScreenCase[] = [
  {
    name: 'a second modal cancels the first, disposing cancels the last',
    expected: [{ confirm: false }, { confirm: false }],
    async run(screen) {
      const first = screen.askModal(plainModal);
      const second = screen.askModal(plainModal);
      const answers = [await first];
      screen.dispose();
      answers.push(await second);
      return answers.map(({ confirm }) => ({ confirm }));
    },
  },
  {
    name: 'a second action sheet cancels the first, disposing cancels the last',
    expected: ['closed', 'closed'],
    async run(screen) {
      const sheet = { items: ['a'] };
      const first = screen.askActionSheet(sheet);
      const second = screen.askActionSheet(sheet);
      const answers = [await first];
      screen.dispose();
      answers.push(await second);
      return answers.map((answer) => answer ?? 'closed');
    },
  },
  {
    name: 'pages come and go in any order, and each can be flushed',
    expected: 'done',
    async run(screen) {
      const first = openPlainPage(screen, 1, 'one');
      screen.showPage(pageId(1), 'none');
      const second = openPlainPage(screen, 2, 'two');
      screen.showPage(pageId(2), 'push');
      await Promise.all([first.flushed(), second.flushed()]);
      first.dispose();
      screen.showPage(pageId(1), 'pop');
      second.dispose();
      screen.dispose();
      return 'done';
    },
  },
  {
    name: 'a failure takes the place of everything, and the screen still goes quietly',
    expected: 'done',
    async run(screen) {
      openPlainPage(screen, 1, 'one');
      screen.showPage(pageId(1), 'none');
      screen.setToast(undefined);
      screen.showFailure({ code: 'LIMIT_TIME', message: 'too slow' });
      screen.dispose();
      return 'done';
    },
  },
];
