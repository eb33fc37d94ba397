/** A live control for one attribute: what kind it is says the row. Tells `change` with the new value. */
Component({
  properties: { row: Object },
  data: { at: 0 },

  observers: {
    row({ options, value }) {
      if (options) this.setData({ at: options.indexOf(value) });
    },
  },

  methods: {
    onValue({ detail }) {
      this.triggerEvent('change', { value: detail.value });
    },

    onChoice({ detail }) {
      this.triggerEvent('change', { value: this.data.row.options[detail.value] });
    },

    onOption({ currentTarget }) {
      this.triggerEvent('change', { value: currentTarget.dataset.value });
    },
  },
});
