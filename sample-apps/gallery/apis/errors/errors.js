import { componentPage } from '../../machine/component-page.js';

componentPage('errors', {
  data: { lost: '' },

  onLoad({ lost = '' }) {
    this.setData({ lost: decodeURIComponent(lost) });
    this.heard = {
      Error: (text) => this.log('onError', { text: text.split('\n')[0] }),
      UnhandledRejection: ({ reason }) => this.log('onUnhandledRejection', { reason: String(reason) }),
    };
    for (const name of Object.keys(this.heard)) wx[`on${name}`](this.heard[name]);
    if (lost !== '') this.log('onPageNotFound', { path: this.data.lost });
  },

  onUnload() {
    for (const name of Object.keys(this.heard)) wx[`off${name}`](this.heard[name]);
  },

  onThrow() {
    throw new Error('the watering can is empty');
  },

  onReject() {
    Promise.reject(new Error('nobody watered'));
  },
});
