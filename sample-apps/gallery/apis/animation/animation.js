import { componentPage } from '../../machine/component-page.js';

componentPage('animation', {
  data: { moves: {} },

  onPlay() {
    const { duration, timingFunction, delay, transformOrigin } = this.data;
    const moves = wx.createAnimation({ duration, timingFunction, delay, transformOrigin });
    moves.rotate(45).scale(1.2).step();
    moves.translateX(60).opacity(0.6).step();
    moves.rotate(0).scale(1).translateX(0).opacity(1).step();
    this.setData({ moves: moves.export() });
  },
});
