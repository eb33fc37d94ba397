import type { Mountings } from './mounting.ts';

/** `lin-ui` by component name. */
export const linMountings: Mountings = {
  'action-sheet': {
    markup: '<l-action-sheet show title="Title" item-list="{{items}}" show-cancel/>',
    data: { items: [{ name: 'One' }, { name: 'Two', color: '#f00' }] },
  },
  album: { markup: '<l-album urls="{{urls}}"/>', data: { urls: ['/images/dot.png', '/images/dot.png'] } },
  'arc-popup': { markup: '<l-arc-popup show><view slot="header">Head</view><view>Text</view></l-arc-popup>' },
  avatar: { markup: '<l-avatar src="/images/dot.png" text="Name"/>' },
  badge: { markup: '<l-badge value="7"><l-icon name="user"/></l-badge>' },
  button: { markup: '<l-button type="success">Button</l-button>' },
  calendar: { markup: '<l-calendar show type="single"/>' },
  'capsule-bar': { markup: '<l-capsule-bar title="Title"/>' },
  card: { markup: '<l-card type="primary" image="/images/dot.png" title="Title">Text</l-card>' },
  checkbox: {
    markup:
      '<l-checkbox-group><l-checkbox key="1" checked>One</l-checkbox><l-checkbox key="2">Two</l-checkbox></l-checkbox-group>',
    keeps: ['key'],
  },
  'checkbox-group': {
    markup:
      '<l-checkbox-group min-selected="{{0}}" max-selected="{{2}}"><l-checkbox key="1">One</l-checkbox><l-checkbox key="2">Two</l-checkbox></l-checkbox-group>',
  },
  circle: { markup: '<l-circle percent="{{30}}"/>' },
  collapse: {
    markup:
      '<l-collapse expand-item-id="{{open}}"><l-collapse-item item-id="1" title="One">Text</l-collapse-item><l-collapse-item item-id="2" title="Two">Text</l-collapse-item></l-collapse>',
    data: { open: ['1'] },
  },
  'collapse-item': {
    markup: '<l-collapse><l-collapse-item item-id="1" title="One">Text</l-collapse-item></l-collapse>',
    keeps: ['itemId'],
  },
  'combined-tabs': {
    markup:
      '<l-combined-tabs active-key="a"><l-tabpanel tab="A" key="a" slot="a">First</l-tabpanel><l-tabpanel tab="B" key="b" slot="b">Second</l-tabpanel></l-combined-tabs>',
    keeps: ['activeKey'],
  },
  countdown: { markup: '<l-countdown time="{{90000}}"/>' },
  counter: { markup: '<l-counter count="{{2}}" min="{{1}}" max="{{9}}"/>' },
  'custom-tab-bar': {
    markup: '<l-custom-tab-bar list="{{tabs}}" is-nav="{{false}}"/>',
    data: {
      tabs: [
        { text: 'One', pagePath: '/pages/a', iconPath: '/images/dot.png', selectedIconPath: '/images/dot.png' },
        { text: 'Two', pagePath: '/pages/b', iconPath: '/images/dot.png', selectedIconPath: '/images/dot.png' },
      ],
    },
  },
  dialog: { markup: '<l-dialog show type="confirm" title="Title" content="Text"/>' },
  'error-tip': { markup: '<l-error-tip error-text="Wrong"/>' },
  form: {
    markup:
      '<l-form name="f"><l-form-item label="Name" name="name"><l-input id="name" hide-label/></l-form-item></l-form>',
    keeps: ['name'],
    ready: 'wx.lin.initValidateForm(this)',
  },
  'form-item': {
    markup:
      '<l-form name="f"><l-form-item label="Name" name="name"><l-input id="name" hide-label/></l-form-item></l-form>',
    keeps: ['name'],
    ready: 'wx.lin.initValidateForm(this)',
  },
  grid: {
    markup:
      '<l-grid row-num="2"><l-grid-item key="1" slot="1">One</l-grid-item><l-grid-item key="2" slot="2">Two</l-grid-item></l-grid>',
  },
  'grid-item': {
    markup: '<l-grid><l-grid-item key="1" slot="1">One</l-grid-item></l-grid>',
    keeps: ['key'],
  },
  icon: { markup: '<l-icon name="user"/>' },
  'image-clipper': { markup: '<l-image-clipper show image-url="/images/dot.png"/>', keeps: ['imageUrl', 'type'] },
  'image-clipper-tools': {
    markup: '<l-image-clipper show image-url="/images/dot.png"><l-image-clipper-tools slot="tools"/></l-image-clipper>',
  },
  'image-picker': { markup: '<l-image-picker urls="{{urls}}" count="3"/>', data: { urls: ['/images/dot.png'] } },
  'index-anchor': {
    markup: '<l-index-list sidebar-data="{{letters}}"><l-index-anchor>A</l-index-anchor></l-index-list>',
    data: { letters: ['A'] },
  },
  'index-list': {
    markup:
      '<l-index-list sidebar-data="{{letters}}"><l-index-anchor>A</l-index-anchor><view>Text</view><l-index-anchor>B</l-index-anchor></l-index-list>',
    data: { letters: ['A', 'B'] },
  },
  input: { markup: '<l-input label="Label" value="text" clear placeholder="Placeholder"/>' },
  list: { markup: '<l-list title="Title" desc="Text" icon="like"/>' },
  loading: { markup: '<l-loading show type="circle"/>' },
  loadmore: { markup: '<l-loadmore show type="loading"/>' },
  mask: { markup: '<l-mask show/>' },
  message: { markup: '<l-message show content="Message" duration="{{0}}"/>' },
  'notice-bar': { markup: '<l-notice-bar type="still">Notice</l-notice-bar>' },
  popup: { markup: '<l-popup show content-align="bottom"><view>Text</view></l-popup>' },
  price: { markup: '<l-price value="9.5"/>' },
  progress: { markup: '<l-progress percent="{{40}}" show-info/>' },
  radio: {
    markup: '<l-radio-group current="1"><l-radio key="1">One</l-radio><l-radio key="2">Two</l-radio></l-radio-group>',
    keeps: ['key'],
  },
  'radio-group': {
    markup: '<l-radio-group current="1"><l-radio key="1">One</l-radio><l-radio key="2">Two</l-radio></l-radio-group>',
  },
  rate: { markup: '<l-rate score="{{3}}"/>' },
  'search-bar': { markup: '<l-search-bar placeholder="Search" value="text"/>' },
  segment: {
    markup: '<l-segment active-key="a"><l-segment-item tab="A" key="a"/><l-segment-item tab="B" key="b"/></l-segment>',
    keeps: ['activeKey'],
  },
  'segment-item': {
    markup: '<l-segment active-key="a"><l-segment-item tab="A" key="a"/></l-segment>',
    keeps: ['key'],
    drawsNothing: 'its parent draws the tab it describes',
  },
  skeleton: { markup: '<l-skeleton loading title avatar rows="{{3}}"/>' },
  'slide-view': {
    markup:
      '<l-slide-view width="{{600}}" height="{{100}}" slide-width="{{200}}"><view slot="left">Row</view><view slot="right">Delete</view></l-slide-view>',
  },
  spin: { markup: '<l-spin show type="flash"/>' },
  'status-show': { markup: '<l-status-show show type="network" full-screen="{{false}}"/>' },
  step: { markup: '<l-steps><l-step title="One" describe="Text"/><l-step title="Two"/></l-steps>' },
  steps: { markup: '<l-steps active-index="{{1}}"><l-step title="One"/><l-step title="Two"/></l-steps>' },
  sticky: {
    markup:
      '<l-sticky scroll-top="{{top}}"><l-sticky-item><view slot="title">Title</view><view slot="body">Text</view></l-sticky-item></l-sticky>',
    data: { top: 0 },
  },
  'sticky-item': {
    markup:
      '<l-sticky scroll-top="{{top}}"><l-sticky-item><view slot="title">Title</view><view slot="body">Text</view></l-sticky-item></l-sticky>',
    data: { top: 0 },
  },
  switch: { markup: '<l-switch checked="{{true}}"/>' },
  'tab-bar': {
    markup: '<l-tab-bar list="{{tabs}}"/>',
    data: {
      tabs: [
        { text: 'One', pagePath: '/pages/a', iconPath: '/images/dot.png', selectedIconPath: '/images/dot.png' },
        { text: 'Two', pagePath: '/pages/b', iconPath: '/images/dot.png', selectedIconPath: '/images/dot.png' },
      ],
    },
  },
  tabpanel: {
    markup:
      '<l-tabs active-key="a"><l-tabpanel tab="A" key="a" slot="a">First</l-tabpanel><l-tabpanel tab="B" key="b" slot="b">Second</l-tabpanel></l-tabs>',
    keeps: ['key', 'subKey'],
  },
  tabs: {
    markup:
      '<l-tabs active-key="a"><l-tabpanel tab="A" key="a" slot="a">First</l-tabpanel><l-tabpanel tab="B" key="b" slot="b">Second</l-tabpanel></l-tabs>',
    keeps: ['activeKey'],
  },
  tag: { markup: '<l-tag>Tag</l-tag>' },
  textarea: { markup: '<l-textarea label="Label" value="text"/>' },
  toast: { markup: '<l-toast show title="Done" icon="success" duration="{{0}}"/>' },
  transition: { markup: '<l-transition show name="fade"><view>Text</view></l-transition>' },
  'water-flow': {
    markup: '<l-water-flow generic:l-water-flow-item="l-price"/>',
    ready: 'wx.lin.renderWaterFlow([{ value: 1 }, { value: 2 }, { value: 3 }], false, () => {})',
  },
};
