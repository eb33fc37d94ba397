import { createFrames, decodePicture, type Surroundings } from '../../dom/index.ts';
import type { Environment } from '../../protocol/messages.ts';
import type { Motion, Screen, ScreenAction } from '../screen.ts';
import { createActionSheetView } from './action-sheet.ts';
import { createFailurePage } from './failure-page.ts';
import { make } from './make.ts';
import { measureMedia, pictureFile } from './measure-media.ts';
import { createModalView } from './modal.ts';
import { slideOver } from './motion.ts';
import { createPageView, type PageView } from './page-view.ts';
import { createTabBarView } from './tab-bar.ts';
import { createToastView } from './toast.ts';
import { createViewerView } from './viewer.ts';
import { wordsFor } from './words.ts';

/** Height of a navigation bar below the status bar, and of a tab bar above the home indicator. */
const barHeight = 44;
const tabBarHeight = 50;

/** Draws a program into `container`, which it fills. Needs player.css in the document. */
export function createDomScreen(container: HTMLElement, initial: Environment, surroundings: Surroundings = {}): Screen {
  const document = container.ownerDocument;
  const listeners = new Set<(action: ScreenAction) => void>();
  const act = (action: ScreenAction) => {
    for (const listener of listeners) listener(action);
  };
  let environment = initial;
  const words = () => wordsFor(environment.system.language);
  const pages = make(document, 'main', 'pages');
  const tabBar = createTabBarView(document, (index) => act({ kind: 'tab', index }));
  const toast = createToastView(document);
  const modal = createModalView(document, words);
  const sheet = createActionSheetView(document, words);
  const viewer = createViewerView(document, words);
  const root = make(document, 'div', 'screen', pages, tabBar.element, toast.element, viewer.element);
  root.append(modal.element, sheet.element);
  container.append(root);
  const frames = createFrames(pages);
  const views = new Map<number, PageView>();
  let visible: PageView | undefined;
  let tabBarAt: 'bottom' | 'top' | undefined;

  const gesture = (event: Event) => {
    if (event.isTrusted) act({ kind: 'gesture' });
  };
  const gestures = ['pointerdown', 'keydown'] as const;
  for (const type of gestures) root.addEventListener(type, gesture, { capture: true });

  const layOut = () => {
    const { statusBarHeight, screenHeight, safeArea } = environment.system;
    const inset = Math.max(0, screenHeight - safeArea.bottom);
    root.style.setProperty('--status-bar', `${statusBarHeight}px`);
    root.style.setProperty('--bar', `${barHeight}px`);
    root.style.setProperty(
      '--capsule-room',
      `${Math.max(0, environment.system.screenWidth - environment.capsule.left)}px`,
    );
    root.style.setProperty('--tab-bar', `${tabBarHeight}px`);
    root.style.setProperty('--inset-bottom', `${inset}px`);
    root.dataset.theme = environment.system.theme;
    for (const view of views.values()) {
      const onTab = view.page.isTab ? tabBarAt : undefined;
      const above = { bar: statusBarHeight + barHeight, tabBar: onTab === 'top' ? tabBarHeight : 0 };
      view.layOut(above, onTab === 'bottom' ? tabBarHeight + inset : 0);
    }
  };
  layOut();

  /** Pages that are sliding out; one that is closed meanwhile is removed when it is out of sight. */
  const leaving = new Set<PageView>();
  const closed = new Set<PageView>();
  const slideOut = async (view: PageView, below: PageView) => {
    leaving.add(view);
    await slideOver(view.parts, below.parts, 'out');
    leaving.delete(view);
    if (closed.delete(view)) view.remove();
  };
  const showPage = async (next: PageView, motion: Motion) => {
    const before = visible;
    visible = next;
    next.setVisible(true);
    if (before !== next) {
      before?.setTop(false);
      before?.setShown(false, false);
      next.setShown(true, false);
    }
    if (before && before !== next) {
      if (motion === 'push') await slideOver(next.parts, before.parts, 'in');
      if (motion === 'pop') await slideOut(before, next);
      // It may have come back to the front while the other one moved.
      if (before !== visible) before.setVisible(false);
    }
    if (next === visible) next.setTop(true);
  };

  return {
    openPage(page) {
      const view: PageView = createPageView({
        page,
        frame: frames.acquire({ canvases: page.canvases }),
        container: pages,
        words: words(),
        press: (kind) => act({ kind }),
        gesture: () => act({ kind: 'gesture' }),
        barChanged: layOut,
        surroundings,
        tabBarHidden: (hidden) => root.toggleAttribute('data-full-screen', hidden),
        closed() {
          views.delete(page.id);
          if (leaving.has(view)) closed.add(view);
          else view.remove();
        },
      });
      views.set(page.id, view);
      layOut();
      return view.surface;
    },
    showPage(id, motion) {
      const view = views.get(id);
      if (view) void showPage(view, motion);
    },
    setTabBar(bar) {
      tabBarAt = bar?.position;
      tabBar.draw(bar);
      layOut();
    },
    setToast: toast.draw,
    askModal: modal.ask,
    askActionSheet: sheet.ask,
    showViewer: viewer.show,
    measure: measureMedia,
    pictureFile,
    words,
    decode: decodePicture,
    showFailure(problem) {
      root.replaceChildren(createFailurePage(document, problem, words()));
    },
    setForeground(foreground) {
      visible?.setShown(foreground, true);
    },
    openSound: () => document.createElement('audio'),
    setEnvironment(next) {
      environment = next;
      layOut();
    },
    onAction(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose() {
      for (const type of gestures) root.removeEventListener(type, gesture, { capture: true });
      listeners.clear();
      viewer.dispose();
      modal.dispose();
      sheet.dispose();
      for (const view of [...views.values(), ...closed]) view.remove();
      frames.dispose();
      root.remove();
    },
  };
}
