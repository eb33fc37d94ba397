import { componentPage } from '../../machine/component-page.js';

componentPage('selector-query', {
  query() {
    const { selector, all } = this.data;
    const query = wx.createSelectorQuery();
    return all ? query.selectAll(selector) : query.select(selector);
  },

  onRect() {
    this.query()
      .boundingClientRect((answer) => this.log('boundingClientRect', answer))
      .exec();
  },

  onFields() {
    const asked = { id: true, dataset: true, size: true, properties: ['aria-label'], computedStyle: ['font-size'] };
    this.query()
      .fields(asked, (answer) => this.log('fields', answer))
      .exec();
  },

  onScroll() {
    wx.createSelectorQuery()
      .select('#shelf')
      .scrollOffset()
      .selectViewport()
      .scrollOffset()
      .exec((answers) => this.log('scrollOffset', answers));
  },
});
