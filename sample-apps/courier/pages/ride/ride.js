const api = require('../../ride/api');
const createTeller = require('../../ride/tell');

const pin = 2;
const glideMs = 600;

Page({
  data: { job: null, here: null, markers: [], following: '', problem: '', done: false },

  onLoad({ number }) {
    this.number = number;
    this.teller = createTeller(number, (error) => this.setData({ problem: error ? error.message : '' }));
    this.hear = (place) => this.moved(place);
    // Taking again what one has already says what it is.
    api.take(number).then(
      (job) => {
        this.setData({ job });
        this.follow();
      },
      (error) => this.setData({ problem: error.message }),
    );
  },

  onUnload() {
    this.end();
  },

  follow() {
    wx.startLocationUpdate({
      type: 'gcj02',
      success: () => {
        this.setData({ following: 'yes' });
        wx.onLocationChange(this.hear);
      },
      fail: ({ errMsg }) => this.setData({ following: /auth|deny/.test(errMsg) ? 'refused' : 'failed' }),
    });
  },

  onSettings() {
    wx.openSetting({
      success: ({ authSetting }) => {
        if (authSetting['scope.userLocation']) this.follow();
      },
    });
  },

  moved({ latitude, longitude }) {
    const place = { latitude, longitude };
    this.teller.tell(place);
    if (this.data.here) {
      wx.createMapContext('map').translateMarker({
        markerId: pin,
        destination: place,
        duration: glideMs,
        autoRotate: false,
        // Not drawn yet: the next position finds it.
        fail() {},
      });
      this.setData({ here: place });
      return;
    }
    const icon = { width: 44, height: 44, anchor: { x: 0.5, y: 0.5 } };
    const { shop } = this.data.job;
    this.setData({
      here: place,
      markers: [
        Object.assign({ id: 1, iconPath: '/assets/shop.svg', ariaLabel: 'The shop' }, icon, shop),
        Object.assign({ id: pin, iconPath: '/assets/me.svg', zIndex: 2, ariaLabel: 'You' }, icon, place),
      ],
    });
  },

  onCall() {
    wx.makePhoneCall({ phoneNumber: this.data.job.address.phone, fail() {} });
  },

  async onDelivered() {
    if (this.busy) return;
    this.busy = true;
    try {
      await api.delivered(this.number);
      this.end();
      this.setData({ done: true, problem: '' });
    } catch (error) {
      this.setData({ problem: error.message });
    }
    this.busy = false;
  },

  onBack() {
    wx.navigateBack();
  },

  end() {
    this.teller.stop();
    wx.offLocationChange(this.hear);
    if (this.data.following === 'yes') wx.stopLocationUpdate({});
  },
});
