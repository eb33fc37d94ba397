/** A live control for one attribute: what kind it is says the row. Tells `change` with the new value. */
Component({
  properties: { row: Object },
  data: { at: 0, segmented: false, stacked: false },

  observers: {
    row({ name, kind, options, value }) {
      if (kind === 'choice') {
        const words = options.reduce((length, option) => length + Math.max(4, `${option}`.length), 0);
        this.setData({ at: options.indexOf(value), segmented: options.length < 4 && words + name.length < 34 });
      }
      this.setData({ stacked: (kind === 'range' && name.length > 14) || (kind === 'color' && name.length > 18) });
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
