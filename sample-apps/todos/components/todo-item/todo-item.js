Component({
  properties: {
    todo: { type: Object, value: {} },
  },
  methods: {
    onToggle() {
      const { id, done } = this.data.todo;
      this.triggerEvent('toggle', { id, done: !done });
    },
    onOpen() {
      this.triggerEvent('open', { id: this.data.todo.id });
    },
  },
});
