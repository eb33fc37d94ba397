import { find } from '../../catalog/index.js';

Page({
  data: { search: '', groups: find('apis', ''), others: [] },

  onSearch({ detail }) {
    const search = detail.value;
    const others = search === '' ? [] : find('components', search);
    this.setData({ search, groups: find('apis', search), others });
  },
});
