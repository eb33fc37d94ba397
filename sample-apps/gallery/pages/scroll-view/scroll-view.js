import { componentPage } from '../../machine/component-page.js';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const works = ['Water the ferns', 'Mist the orchids', 'Turn the pots', 'Open the lid', 'Cut the ivy', 'Feed', 'Rest'];

componentPage('scroll-view', {
  data: { week: days.map((name, index) => ({ id: name.toLowerCase(), name, work: works[index] })) },

  onRefresh(event) {
    this.onEvent(event);
    this.onControl({ detail: { index: this.rowOf('refresher-triggered'), value: true } });
    this.resting = setTimeout(
      () => this.onControl({ detail: { index: this.rowOf('refresher-triggered'), value: false } }),
      800,
    );
  },

  rowOf(name) {
    return this.data.gallery.rows.findIndex((row) => row.name === name);
  },

  onHide() {
    clearTimeout(this.resting);
  },
});
