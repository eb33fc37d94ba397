// A handler that never returns, inside a catch that would like to keep it so.
Page({
  onLoad() {
    for (;;) {
      try {
        for (;;);
      } catch (error) {
        console.log('caught', error.message);
      }
    }
  },
});
