// 1,000 rows of 50 cells, each an element and its text: some 100,000 nodes.
const cells = Array.from({ length: 50 }, (_, at) => at);

Page({
  data: { rows: [] },
  onLoad() {
    this.setData({ rows: Array.from({ length: 1000 }, (_, id) => ({ id, cells })) });
  },
});
