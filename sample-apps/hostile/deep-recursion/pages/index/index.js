// Calls itself until the stack ends, in a promise job, where no handler of a lifecycle is around it.
function dive(depth) {
  return dive(depth + 1) + 1;
}

Page({
  onLoad() {
    Promise.resolve(0).then(dive);
  },
});
