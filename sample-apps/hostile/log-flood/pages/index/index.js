// Writes more than anybody could read, with terminal commands in it.
Page({
  onLoad() {
    for (let count = 0; count < 5000; count += 1) console.log(`\u001b[2J\u0007line ${count}`);
  },
});
