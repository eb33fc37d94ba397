import type { Problem } from '../protocol/errors.ts';
import type { Environment } from '../protocol/messages.ts';
import { createHeadlessPage, type HeadlessPage } from './headless-page.ts';
import { createQuestion } from './question.ts';
import type { ActionSheet, Modal, ModalAnswer, Screen, ScreenAction, TabBarState, Toast, Viewer } from './screen.ts';

/** A screen of plain data: what would be drawn can be read, and a person's answers can be given. */
export interface HeadlessScreen extends Screen {
  /** The visible page. */
  readonly visible: HeadlessPage | undefined;
  page(id: number): HeadlessPage | undefined;
  readonly tabBar: TabBarState | undefined;
  readonly toast: Toast | undefined;
  readonly viewer: Viewer | undefined;
  readonly modal: Modal | undefined;
  readonly actionSheet: ActionSheet | undefined;
  readonly failure: Problem | undefined;
  readonly environment: Environment | undefined;
  /** `content` is what was typed into an editable modal. @throws Error when no modal is open. */
  answerModal(answer: 'confirm' | 'cancel', content?: string): void;
  /** Index of the item, or `'cancel'`. @throws Error when no sheet is open. */
  answerActionSheet(answer: number | 'cancel'): void;
  /** As if the person had used the player's own bars. */
  act(action: ScreenAction): void;
}

export function createHeadlessScreen(): HeadlessScreen {
  const pages = new Map<number, HeadlessPage>();
  const listeners = new Set<(action: ScreenAction) => void>();
  const modal = createQuestion<Modal, ModalAnswer>({ confirm: false, content: undefined });
  const actionSheet = createQuestion<ActionSheet, number | undefined>(undefined);
  let visible: HeadlessPage | undefined;
  let tabBar: TabBarState | undefined;
  let toast: Toast | undefined;
  let viewer: Viewer | undefined;
  let failure: Problem | undefined;
  let environment: Environment | undefined;
  return {
    openPage(page) {
      const held = createHeadlessPage(page, () => pages.delete(page.id));
      pages.set(page.id, held);
      return held.surface;
    },
    showPage(id) {
      visible = pages.get(id);
    },
    setTabBar(bar) {
      tabBar = bar;
    },
    setToast(next) {
      toast = next;
    },
    showViewer(next) {
      viewer = next;
    },
    measure: () => Promise.reject(new Error('pictures are decoded by a browser only')),
    pictureFile: () => Promise.resolve(undefined),
    words: () => ({ savePicture: 'Save picture', notSaved: 'The picture was not saved' }),
    askModal: modal.ask,
    askActionSheet: actionSheet.ask,
    decode: () => Promise.reject(new Error('pictures are decoded by a browser only')),
    showFailure(problem) {
      failure = problem;
    },
    setForeground: () => undefined,
    openSound: () => undefined,
    setEnvironment(next) {
      environment = next;
    },
    onAction(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose() {
      listeners.clear();
      modal.cancel();
      actionSheet.cancel();
    },
    get visible() {
      return visible;
    },
    page: (id) => pages.get(id),
    get tabBar() {
      return tabBar;
    },
    get toast() {
      return toast;
    },
    get viewer() {
      return viewer;
    },
    get modal() {
      return modal.asked;
    },
    get actionSheet() {
      return actionSheet.asked;
    },
    get failure() {
      return failure;
    },
    get environment() {
      return environment;
    },
    answerModal(answer, content = '') {
      const typed = answer === 'confirm' && modal.asked?.editable ? content : undefined;
      if (!modal.answer({ confirm: answer === 'confirm', content: typed })) throw new Error('No modal is open.');
    },
    answerActionSheet(answer) {
      if (!actionSheet.answer(answer === 'cancel' ? undefined : answer)) throw new Error('No action sheet is open.');
    },
    act(action) {
      for (const listener of listeners) listener(action);
    },
  };
}
