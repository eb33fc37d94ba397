import { createQuestion } from '../question.ts';
import type { Modal, ModalAnswer } from '../screen.ts';
import { make, makeButton } from './make.ts';
import type { Words } from './words.ts';

export interface ModalView {
  readonly element: HTMLElement;
  ask(modal: Modal): Promise<ModalAnswer>;
  dispose(): void;
}

/**
 * A `<dialog>`: the browser makes all below it inert, keeps focus inside and gives it back, and Escape cancels.
 */
export function createModalView(document: Document, words: () => Words): ModalView {
  const refused: ModalAnswer = { confirm: false, content: undefined };
  const question = createQuestion<Modal, ModalAnswer>(refused);
  const element = make(document, 'dialog', 'modal');
  const answer = (given: ModalAnswer) => {
    element.close();
    question.answer(given);
  };
  element.addEventListener('cancel', (event) => {
    event.preventDefault();
    // A modal without a cancel button wants its one answer; Escape gives that.
    answer(question.asked?.showCancel === false ? { confirm: true, content: undefined } : refused);
  });

  const draw = (modal: Modal) => {
    const field = make(document, 'input', 'modal-field');
    field.placeholder = modal.placeholderText;
    field.value = modal.content;
    field.setAttribute('aria-label', modal.title || modal.placeholderText || (modal.confirmText ?? words().confirm));
    const confirm = () => answer({ confirm: true, content: modal.editable ? field.value : undefined });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) confirm();
    });
    const cancelButton = makeButton(document, 'modal-button', () => answer(refused), {
      text: modal.cancelText ?? words().cancel,
    });
    const confirmButton = makeButton(document, 'modal-button modal-confirm', confirm, {
      text: modal.confirmText ?? words().confirm,
    });
    if (modal.cancelColor) cancelButton.style.color = modal.cancelColor;
    if (modal.confirmColor) confirmButton.style.color = modal.confirmColor;
    element.replaceChildren(
      ...(modal.title === '' ? [] : [make(document, 'h2', 'modal-title', modal.title)]),
      modal.editable ? field : make(document, 'p', 'modal-content', modal.content),
      make(document, 'div', 'modal-buttons', ...(modal.showCancel ? [cancelButton] : []), confirmButton),
    );
    element.setAttribute('aria-label', modal.title || modal.content);
    if (!element.open) element.showModal();
    (modal.editable ? field : confirmButton).focus();
  };
  return {
    element,
    ask(modal) {
      const answered = question.ask(modal);
      draw(modal);
      return answered;
    },
    dispose: question.cancel,
  };
}
