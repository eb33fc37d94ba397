// Has a worker look for a way out, flood the program, and never end.
Page({
  onLoad() {
    const worker = wx.createWorker('workers/loop.js');
    worker.onMessage(({ looping }) => {
      if (looping) setTimeout(() => console.log('the program goes on beside its worker'), 200);
    });
  },
});
