// 300 MB at once, and the refusal is swallowed.
Page({
  onLoad() {
    try {
      this.text = 'x'.repeat(300e6);
    } catch {
      console.log('and on it goes');
    }
  },
});
