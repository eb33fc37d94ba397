const { dayOf } = require('../../store/dates');

const app = getApp();

Page({
  data: { title: '', note: '', created: '' },

  onLoad({ id }) {
    this.id = Number(id);
    const todo = app.todos.find(this.id);
    if (todo === undefined) {
      wx.showToast({ title: 'This task is gone', icon: 'none' });
      wx.navigateBack();
      return;
    }
    this.setData({ title: todo.title, note: todo.note, created: dayOf(todo.createdAt) });
  },

  onTitle(event) {
    this.setData({ title: event.detail.value });
  },

  onNote(event) {
    this.setData({ note: event.detail.value });
  },

  onSave() {
    const title = this.data.title.trim();
    if (title === '') {
      wx.showToast({ title: 'A task needs a title', icon: 'none' });
      return;
    }
    app.todos.change(this.id, { title, note: this.data.note.trim() });
    wx.navigateBack();
    wx.showToast({ title: 'Saved' });
  },

  onDelete() {
    wx.showModal({
      title: 'Delete this task',
      content: this.data.title,
      confirmText: 'Delete',
      confirmColor: '#b93a34',
      success: ({ confirm }) => {
        if (!confirm) return;
        app.todos.remove(this.id);
        wx.navigateBack();
        wx.showToast({ title: 'Deleted' });
      },
    });
  },
});
