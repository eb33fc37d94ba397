const grow = require('./grow');

/** A marker glides to where the courier was told to be. */
const glideMs = 600;
const courierPin = 2;
const trailColour = '#b5402a';

/** Where the courier is, on a map with the shop and the way so far. */
Component({
  properties: {
    shop: { type: Object, value: null },
    /** Undefined or null until the courier has told. */
    courier: { type: Object, value: null },
  },

  data: { markers: [], lines: [], shown: [] },

  observers: {
    courier(courier) {
      if (courier && this.properties.shop) this.moveTo(courier);
    },
  },

  methods: {
    moveTo(courier) {
      const { shop } = this.properties;
      const begins = this.data.markers.length === 0;
      this.way = begins ? [courier] : this.way.concat(courier);
      if (begins) {
        const icon = { width: 44, height: 44, anchor: { x: 0.5, y: 0.5 } };
        this.setData({
          markers: [
            Object.assign({ id: 1, iconPath: '/assets/shop-pin.svg', ariaLabel: 'The shop' }, icon, shop),
            Object.assign({ id: courierPin, iconPath: '/assets/courier-pin.svg', zIndex: 2 }, icon, courier, {
              ariaLabel: 'The courier',
            }),
          ],
        });
      } else {
        wx.createMapContext('map', this).translateMarker({
          markerId: courierPin,
          destination: courier,
          duration: glideMs,
          autoRotate: false,
          // Not drawn yet: the next position finds it.
          fail() {},
        });
      }
      const shown = grow(this.data.shown, begins ? [shop, courier] : [courier]);
      if (shown !== this.data.shown) this.setData({ shown });
      if (this.way.length > 1) this.setData({ lines: [{ points: this.way, color: trailColour, width: 4 }] });
    },
  },
});
