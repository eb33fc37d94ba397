import { expect, test } from '@playwright/test';
import { compileTemplate } from '../compiler/template/index.ts';
import { createPageTree } from '../view/index.ts';
import { startProgram } from './program-for-tests.ts';

const rooms = { compileTemplate, createPageTree };
test('a page', async () => {
  const program = await startProgram(rooms, {
    files: {
      'app.js':
        'App({ globalData: { a: 1 }, onLaunch() { log("onLaunch") }, onShow() { log("onShow") }, onError(e) { log("onError " + e.split("\\n")[0]) } })',
      'pages/a/a.wxml':
        '<view class="a{{n}}" id="x" bindtap="add" data-n="{{n}}">{{n}} <text wx:for="{{list}}" wx:key="id">{{index}}{{item.t}}</text><view wx:if="{{n > 1}}">big</view></view>',
      'pages/a/a.js':
        'Page({ data: { n: 1, list: [{id:1,t:"a"},{id:2,t:"b"}] }, onLoad(q) { log("onLoad", q) }, onShow() { log("page onShow") }, onReady() { log("onReady") }, add(e) { log(e); this.setData({ n: this.data.n + 1, "list[1].t": "c" }, () => log("done")) } })',
    },
  });
  await program.open('pages/a/a', { x: '1' });
  console.log(program.drawn(), JSON.stringify(program.log), program.errors(), program.warnings());
  await program.event('#x', 'tap');
  console.log(program.drawn(), JSON.stringify(program.operations));
  await program.acknowledge();
  console.log(JSON.stringify(program.log), program.errors());
  expect(1).toBe(1);
});
