import { expect, test } from '@playwright/test';
import { buildFiles, type Files, removeProjects } from './compiler/testing/temporary-project.ts';
import { openHeadless } from './headless.ts';

test.afterEach(removeProjects);

const files: Files = {
  'app.json': '{"pages": ["a"]}',
  'a.wxml':
    '<canvas type="2d" id="new"/><canvas type="webgl" id="gl"/><canvas canvas-id="old"/><text id="say">{{say}}</text><text id="drawn">{{drawn}}</text><text id="no">{{gl}}</text>',
  'a.js': `Page({
    data: { say: '', drawn: '' },
    onReady() {
      wx.createSelectorQuery().select('#new').fields({ node: true }).exec(([{ node }]) => {
        const pen = node.getContext('2d');
        pen.font = '20px serif';
        pen.fillRect(0, 0, 10, 10);
        const answers = [pen.measureText('ab').width, pen.font, pen.getImageData(0, 0, 1, 1).data.length];
        node.requestAnimationFrame(() => this.setData({ say: answers.join(' ') + ' frame' }));
      });
      wx.createSelectorQuery().select('#gl').fields({ node: true }).exec(([{ node }]) => {
        this.setData({ gl: [String(node.getContext('webgl')), node.width].join(' ') });
      });
      const old = wx.createCanvasContext('old');
      old.fillRect(0, 0, 1, 1);
      old.draw(false, () => {
        wx.canvasToTempFilePath({ canvasId: 'old', fail: ({ errMsg }) => this.setData({ drawn: errMsg }) });
      });
    },
  })`,
};

test('without a browser a program that draws goes on: it measures, gets its frames, and is told what cannot be', async () => {
  const program = await openHeadless(await buildFiles(files));
  try {
    const texts = () =>
      ['#say', '#drawn', '#no'].map((id) => {
        const [node] = program.tree().find(id);
        return node ? program.tree().text(node) : undefined;
      });
    await expect
      .poll(texts)
      .toEqual([
        '20 20px serif 4 frame',
        'canvasToTempFilePath:fail the canvas cannot be made into a file',
        'null 300',
      ]);
    expect(program.problems).toEqual([]);
    const logged = program.reports.flatMap((report) => (report.kind === 'log' ? [report.text] : []));
    expect(logged).toEqual([
      expect.stringContaining('Nothing is drawn without a browser'),
      expect.stringContaining('there is no WebGL'),
    ]);
  } finally {
    program.dispose();
  }
});
