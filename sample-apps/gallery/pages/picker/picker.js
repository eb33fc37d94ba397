import { componentPage } from '../../machine/component-page.js';

const kinds = { Ferns: ['Boston fern', 'Maidenhair', 'Staghorn'], Mosses: ['Sphagnum', 'Cushion moss', 'Java moss'] };
const families = Object.keys(kinds);

componentPage('picker', {
  data: {
    plants: [
      { id: 1, name: 'Moss' },
      { id: 2, name: 'Fern' },
      { id: 3, name: 'Orchid' },
    ],
    plant: 1,
    lists: [families, kinds.Ferns],
    pair: [0, 0],
    time: '07:30',
    date: '2026-06-01',
    region: [],
  },

  onPick(event) {
    this.onEvent(event);
    this.setData({ [event.currentTarget.dataset.field]: event.detail.value });
  },

  /** The second wheel shows what belongs to the first. */
  onColumn(event) {
    this.onEvent(event);
    const { column, value } = event.detail;
    if (column === 0) this.setData({ 'lists[1]': kinds[families[value]], pair: [value, 0] });
  },
});
