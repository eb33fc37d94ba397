import { componentPage } from '../../machine/component-page.js';

const around = (latitude, longitude) => ({ latitude, longitude });
const gardens = [around(51.4787, -0.2956), around(51.4816, -0.2905), around(51.4752, -0.3014)];

componentPage('map-context', {
  data: {
    center: gardens[0],
    markers: gardens.map((place, index) => ({
      ...place,
      id: index + 1,
      title: ['Palm house', 'Temperate house', 'Pagoda'][index],
      iconPath: '/assets/pot.svg',
      width: 32,
      height: 32,
    })),
  },

  onReady() {
    this.map = wx.createMapContext('gardens');
  },

  onTell({ currentTarget }) {
    const { name } = currentTarget.dataset;
    this.map[name](this.answers(name));
  },

  onMove() {
    this.map.moveToLocation({ ...gardens[2], ...this.answers('moveToLocation') });
  },

  onInclude() {
    this.map.includePoints({ points: gardens, padding: [40], ...this.answers('includePoints') });
  },

  onWalk() {
    const { duration, autoRotate } = this.data;
    const walk = { markerId: 1, destination: gardens[1], duration, autoRotate, rotate: 0 };
    this.map.translateMarker({
      ...walk,
      animationEnd: () => this.log('animationEnd'),
      ...this.answers('translateMarker'),
    });
  },
});
