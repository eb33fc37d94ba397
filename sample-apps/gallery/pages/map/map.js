import { componentPage } from '../../machine/component-page.js';

const around = (latitude, longitude) => ({ latitude, longitude });
const gardens = [around(51.4787, -0.2956), around(51.4816, -0.2905), around(51.4752, -0.3014)];

componentPage('map', {
  data: {
    center: gardens[0],
    markers: gardens.map((place, index) => ({
      ...place,
      id: index + 1,
      iconPath: '/assets/pot.svg',
      width: 32,
      height: 32,
      title: ['Palm house', 'Temperate house', 'Pagoda'][index],
      ...(index === 0 && { callout: { content: 'Palm house', display: 'ALWAYS', padding: 8, borderRadius: 8 } }),
      ...(index === 2 && { customCallout: { display: 'ALWAYS', anchorY: -4 } }),
      ...(index === 1 && { label: { content: 'Temperate house' } }),
    })),
    covers: [],
    way: [{ points: gardens, color: '#2f7d5b', width: 4 }],
    lawns: [
      { points: [gardens[0], gardens[1], around(51.4762, -0.288)], strokeColor: '#b7791f', fillColor: '#b7791f33' },
    ],
    circles: [{ ...gardens[2], radius: 150, color: '#3a76a8', fillColor: '#3a76a833' }],
    knobs: [
      { id: 9, position: { left: 12, top: 12, width: 32, height: 32 }, iconPath: '/assets/seed.svg', clickable: true },
    ],
    setting: {},
  },
  // To its handler such an event is a `begin` or an `end`.
  onRegion({ type, causedBy, detail }) {
    this.log('regionchange', { type, causedBy, ...detail });
  },
});
