import { defineStore } from 'pinia';

export const useTodos = defineStore('todos', {
  state: () => ({
    todos: [
      { id: 1, text: 'water the ferns', done: false, notes: [] },
      {
        id: 2,
        text: 'feed the geckos',
        done: true,
        notes: [
          {
            id: 'a',
            text: 'crickets',
            notes: [{ id: 'b', text: 'five', notes: [{ id: 'c', text: 'at dusk', notes: [] }] }],
          },
          { id: 'd', text: 'fruit', notes: [] },
        ],
      },
    ],
  }),
  getters: {
    open: (state) => state.todos.filter(({ done }) => !done),
    byId: (state) => (id) => state.todos.find((todo) => String(todo.id) === id),
  },
  actions: {
    add(text) {
      this.todos.push({ id: this.todos.length + 1, text, done: false, notes: [] });
    },
    toggle(id) {
      const todo = this.byId(String(id));
      todo.done = !todo.done;
    },
    remove(id) {
      this.todos = this.todos.filter((todo) => todo.id !== id);
    },
    reverse() {
      this.todos.reverse();
    },
  },
});
