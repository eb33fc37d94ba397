import { componentPage } from '../../machine/component-page.js';

componentPage('routes', {
  data: { depth: 1, answer: '' },

  onShow() {
    this.setData({ depth: getCurrentPages().length });
  },

  onOpen() {
    wx.navigateTo({
      url: '/apis/routes/other?from=routes',
      events: {
        answered: (answer) => {
          this.setData({ answer: answer.words });
          this.log('answered', answer);
        },
      },
      success: ({ eventChannel }) => {
        this.log('navigateTo success');
        eventChannel.emit('asked', { note: this.data.note });
      },
    });
  },

  onBack() {
    wx.navigateBack({ delta: this.data.delta, ...this.answers('navigateBack') });
  },

  onReplace() {
    wx.redirectTo({ url: '/apis/routes/other?from=redirect', ...this.answers('redirectTo') });
  },

  onHome() {
    wx.switchTab({ url: '/pages/views/views', ...this.answers('switchTab') });
  },

  onAfresh() {
    wx.reLaunch({ url: '/apis/routes/routes', ...this.answers('reLaunch') });
  },

  onLost() {
    wx.navigateTo({ url: '/apis/gone/gone', ...this.answers('navigateTo') });
  },
});
