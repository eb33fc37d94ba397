/** Head, examples (slot), controls, log and cases of one page of the gallery. */
Component({
  properties: { gallery: Object },

  methods: {
    onControl({ currentTarget, detail }) {
      this.triggerEvent('control', { index: currentTarget.dataset.index, value: detail.value });
    },

    onClear() {
      this.triggerEvent('clear');
    },

    onRun({ detail }) {
      this.triggerEvent('run', detail);
    },

    onGoOn() {
      this.triggerEvent('goon');
    },
  },
});
