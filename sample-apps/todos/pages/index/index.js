const { dayOf } = require('../../store/dates');

const app = getApp();

Page({
  data: {
    today: '',
    todos: [],
    draft: '',
    filter: 'all',
    filters: [
      { id: 'all', text: 'All' },
      { id: 'open', text: 'To do' },
      { id: 'done', text: 'Done' },
    ],
  },

  onLoad() {
    this.setData({ todos: app.todos.all() });
    this.stopFollowing = app.todos.onChange((todos) => this.setData({ todos }));
  },

  onShow() {
    this.setData({ today: dayOf(Date.now()) });
  },

  onUnload() {
    this.stopFollowing();
  },

  onDraft(event) {
    this.setData({ draft: event.detail.value });
  },

  onAdd() {
    const title = this.data.draft.trim();
    if (title === '') return;
    app.todos.add(title);
    this.setData({ draft: '', filter: this.data.filter === 'done' ? 'all' : this.data.filter });
  },

  onFilter(event) {
    this.setData({ filter: event.currentTarget.dataset.filter });
  },

  onToggle(event) {
    app.todos.change(event.detail.id, { done: event.detail.done });
  },

  onOpen(event) {
    wx.navigateTo({ url: `/pages/edit/edit?id=${event.detail.id}` });
  },

  onClear() {
    wx.showModal({
      title: 'Clear finished tasks',
      content: 'They are removed for good.',
      confirmText: 'Clear',
      success: ({ confirm }) => {
        if (!confirm) return;
        app.todos.removeDone();
        this.setData({ filter: 'all' });
        wx.showToast({ title: 'Cleared' });
      },
    });
  },
});
