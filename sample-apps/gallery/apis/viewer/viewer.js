import { componentPage } from '../../machine/component-page.js';

const pictures = ['fern', 'lake', 'dune', 'night'].map((name) => `/assets/${name}.svg`);

componentPage('viewer', {
  data: { pictures },

  onPicture({ currentTarget }) {
    const current = currentTarget.dataset.src;
    wx.previewImage({ urls: pictures, current, showmenu: this.data.showmenu, ...this.answers('previewImage') });
  },

  onMedia() {
    const sources = [
      { url: '/assets/seed.svg', type: 'image' },
      { url: '/assets/bird.wav', type: 'video', poster: '/assets/lake.svg' },
    ];
    const { current, showmenu } = this.data;
    wx.previewMedia({ sources, current, showmenu, ...this.answers('previewMedia') });
  },
});
