import { expect, test } from '@playwright/test';
import { buildFiles, type Files, linesOf, removeProjects } from './compiler/testing/temporary-project.ts';
import { openHeadless } from './headless.ts';

test.afterEach(removeProjects);

/** As the tabs of Vant do it: when a child in its slot is linked, the parent asks about its own template. */
const files: Files = {
  'app.json': '{"pages": ["a"], "usingComponents": {"x-tabs": "tabs", "x-tab": "tab", "x-box": "box"}}',
  'a.wxml': '<x-box><x-tabs><x-tab/><x-tab/></x-tabs></x-box>',
  'a.js': 'Page({})',
  'tabs.json': '{"component": true}',
  'box.json': '{"component": true}',
  'box.wxml': '<view><slot/></view>',
  'tabs.wxml': '<view><x-box><view class="line" wx:if="{{on}}">{{found}}</view></x-box><slot/></view>',
  'tabs.js': `Component({
    data: { on: true, found: '' },
    relations: { tab: { type: 'child', linked() { this.ask('linked'); } } },
    lifetimes: { attached() { this.ask('attached'); } },
    methods: {
      ask(when) {
        wx.createSelectorQuery().in(this).select('.line').boundingClientRect().selectAll('.line').boundingClientRect()
          .exec(([one, all]) => this.setData({ found: this.data.found + when + ' ' + typeof one.width + ' ' + all.length + '; ' }));
      },
    },
  })`,
  'tab.json': '{"component": true}',
  'tab.wxml': '<view/>',
  'tab.js': 'Component({ relations: { tabs: { type: "parent" } } })',
};

test('what a component asks about itself before it is drawn is answered when it is', async () => {
  const build = await buildFiles(files);
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  const program = await openHeadless(build);
  try {
    const tree = program.tree();
    const [line] = tree.find('.line');
    expect(program.problems).toEqual([]);
    const answers = (line ? tree.text(line) : '').split('; ').filter((answer) => answer !== '');
    expect(answers.sort()).toEqual(['attached number 1', 'linked number 1', 'linked number 1']);
  } finally {
    program.dispose();
  }
});
