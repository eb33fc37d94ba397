import { choice, color, flag, range, text } from '../machine/controls.js';

export const feedback = {
  title: 'Saying and asking',
  part: 'apis',
  entries: [
    {
      id: 'toast',
      title: 'Toast',
      summary: 'A word in the middle that goes by itself.',
      apis: ['showToast', 'hideToast'],
      controls: {
        title: text('Watered'),
        icon: choice(['success', 'error', 'loading', 'none']),
        image: choice(['', '/assets/pot.svg']),
        duration: range(500, 5000, 1500, 500),
        mask: flag(),
      },
    },
    {
      id: 'loading',
      title: 'Loading',
      summary: 'Stays until it is taken away.',
      apis: ['showLoading', 'hideLoading'],
      controls: { title: text('Asking the sensors'), mask: flag(true) },
    },
    {
      id: 'modal',
      title: 'Modal',
      summary: 'A question the page waits for.',
      apis: ['showModal'],
      also: 'dialog confirm prompt',
      controls: {
        title: text('Throw the plant away'),
        content: text('It still has two green leaves.'),
        showCancel: flag(true),
        cancelText: text('Keep'),
        cancelColor: color('#66706a'),
        confirmText: text('Throw'),
        confirmColor: color('#c2413b'),
        editable: flag(),
        placeholderText: text('Why'),
      },
    },
    {
      id: 'action-sheet',
      title: 'Action sheet',
      summary: 'Up to six things to do, from below.',
      apis: ['showActionSheet'],
      controls: { alertText: text('The fern'), itemColor: choice(['', '#2f7d5b', '#c2413b']) },
      also: 'itemList',
    },
  ],
};
