import { find } from '../../catalog/index.js';

Page({
  data: { search: '', groups: find('components', ''), others: [] },

  onSearch({ detail }) {
    const search = detail.value;
    const others = search === '' ? [] : find('apis', search);
    this.setData({ search, groups: find('components', search), others });
  },
});
