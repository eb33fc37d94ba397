import { entryOf } from '../../catalog/index.js';
import { caseMembers } from '../../machine/case-members.js';

/** A page that is nothing but the cases of its entry: calls that have no picture of their own. */
Page({
  data: { gallery: { title: '', summary: '', rows: [], lines: [], plain: true } },
  ...caseMembers,

  onLoad({ id }) {
    const { title, summary } = entryOf(id);
    this.setData({ 'gallery.title': title, 'gallery.summary': summary });
    this.followCases(id, `/apis/cases/cases?id=${id}`);
  },

  onUnload() {
    this.leaveCases();
  },
});
