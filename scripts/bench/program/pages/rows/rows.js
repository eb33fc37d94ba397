import { planChange } from '../../changes.js';

let rows = [];
let stamp = 0;
let next;

Page({
  data: { rows: [] },

  // Not measured: what `run` sets stands ready, as it does for the other frameworks.
  prepare(order) {
    stamp += 1;
    next = planChange(rows, order, stamp);
  },

  run() {
    rows = next.rows;
    this.setData(next.data);
  },
});
