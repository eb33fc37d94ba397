// Calls itself until the stack ends.
function dive(depth) {
  return dive(depth + 1) + 1;
}

Page({
  onLoad() {
    dive(0);
  },
});
