/** The calls of a page with their cases, and buttons that run them. Tells `run` with a name or none, and `goon`. */
Component({
  properties: { state: Object },

  methods: {
    onAll() {
      this.triggerEvent('run', {});
    },

    onOne({ currentTarget }) {
      this.triggerEvent('run', { name: currentTarget.dataset.name });
    },

    onGoOn() {
      this.triggerEvent('goon');
    },
  },
});
