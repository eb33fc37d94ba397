/** A start page: a search field and the entries in their groups. What the other start page has on it comes last. */
Component({
  properties: { intro: String, search: String, groups: Array, others: Array, othersTitle: String },

  methods: {
    onInput({ detail }) {
      this.triggerEvent('search', { value: detail.value });
    },

    onClear() {
      this.triggerEvent('search', { value: '' });
    },
  },
});
