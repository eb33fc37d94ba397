const key = 'todos';

/** The list of tasks, kept in the program's storage. `onChange` tells when it is another than before. */
function open() {
  let list = wx.getStorageSync(key) || [];
  let listeners = [];

  const keep = (next) => {
    wx.setStorageSync(key, next);
    list = next;
    for (const listener of listeners) listener(list);
  };

  return {
    all: () => list,
    find: (id) => list.find((todo) => todo.id === id),
    add(title) {
      const id = list.reduce((highest, todo) => Math.max(highest, todo.id), 0) + 1;
      keep([{ id, title, note: '', done: false, createdAt: Date.now() }, ...list]);
    },
    change(id, change) {
      keep(list.map((todo) => (todo.id === id ? { ...todo, ...change } : todo)));
    },
    remove(id) {
      keep(list.filter((todo) => todo.id !== id));
    },
    removeDone() {
      keep(list.filter((todo) => !todo.done));
    },
    onChange(listener) {
      listeners = [...listeners, listener];
      return () => {
        listeners = listeners.filter((other) => other !== listener);
      };
    },
  };
}

module.exports = { open };
