const todos = require('./store/todos');

App({
  onLaunch() {
    this.todos = todos.open();
  },
});
