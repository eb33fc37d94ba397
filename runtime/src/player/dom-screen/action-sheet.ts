import { createQuestion } from '../question.ts';
import type { ActionSheet } from '../screen.ts';
import { make, makeButton } from './make.ts';
import { leave } from './motion.ts';
import type { Words } from './words.ts';

export interface ActionSheetView {
  readonly element: HTMLElement;
  ask(sheet: ActionSheet): Promise<number | undefined>;
  dispose(): void;
}

/** A list that slides up from the bottom. Escape and a press beside it cancel. */
export function createActionSheetView(document: Document, words: () => Words): ActionSheetView {
  const question = createQuestion<ActionSheet, number | undefined>(undefined);
  const element = make(document, 'dialog', 'sheet');
  const answer = (index: number | undefined) => {
    question.answer(index);
    leave(element, 'translateY(100%)').then(() => {
      // Another sheet may have been asked for while this one left.
      if (question.asked === undefined) element.close();
    });
  };
  element.addEventListener('cancel', (event) => {
    event.preventDefault();
    answer(undefined);
  });
  element.addEventListener('click', (event) => {
    // Children cover the whole dialog: only its backdrop reports the dialog itself as target.
    if (event.target === element) answer(undefined);
  });
  return {
    element,
    ask(sheet) {
      const answered = question.ask(sheet);
      const items = sheet.items.map((text, index) => {
        const button = makeButton(document, 'sheet-item', () => answer(index), { text });
        if (sheet.itemColor) button.style.color = sheet.itemColor;
        return button;
      });
      element.replaceChildren(
        ...(sheet.alertText ? [make(document, 'p', 'sheet-alert', sheet.alertText)] : []),
        make(document, 'div', 'sheet-items', ...items),
        makeButton(document, 'sheet-item sheet-cancel', () => answer(undefined), { text: words().cancel }),
      );
      if (!element.open) element.showModal();
      return answered;
    },
    dispose: question.cancel,
  };
}
