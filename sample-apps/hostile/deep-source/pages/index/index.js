// The compiler of the engine recurses natively: this ends the stack of the thread, not that of the program.
Page({
  onLoad() {
    try {
      new Function('('.repeat(100000));
    } catch (error) {
      console.log('caught', error.message);
    }
  },
});
