/** Head, examples (slot), controls and log of one page of the gallery. */
Component({
  properties: { gallery: Object },

  methods: {
    onControl({ currentTarget, detail }) {
      this.triggerEvent('control', { index: currentTarget.dataset.index, value: detail.value });
    },

    onClear() {
      this.triggerEvent('clear');
    },
  },
});
