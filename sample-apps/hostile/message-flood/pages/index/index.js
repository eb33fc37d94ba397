// Ten timers that each set data as often as they may.
const rows = Array.from({ length: 200 }, (_, index) => ({ index, text: 'x'.repeat(100) }));
let left = 400;

Page({
  data: { rows: [], turn: 0 },
  onLoad() {
    const storm = () => {
      left -= 1;
      if (left === 0) console.log('the storm is over');
      if (left <= 0) return;
      this.setData({ rows, turn: left });
      setTimeout(storm, 0);
    };
    for (let count = 0; count < 10; count += 1) setTimeout(storm, 0);
  },
});
