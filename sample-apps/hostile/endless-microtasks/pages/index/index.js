// Every promise job makes the next one: the turn has no end, though each job is short.
function again() {
  Promise.resolve().then(again);
}

Page({
  onLoad() {
    again();
    (async () => {
      for (;;) await null;
    })();
  },
});
