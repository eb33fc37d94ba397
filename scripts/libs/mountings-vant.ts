import type { Mountings } from './mounting.ts';

const columns = ['Hangzhou', 'Ningbo', 'Wenzhou'];
const areaList = {
  province_list: { 110000: 'Beijing', 330000: 'Zhejiang' },
  city_list: { 110100: 'Beijing', 330100: 'Hangzhou' },
  county_list: { 110101: 'Dongcheng', 330102: 'Shangcheng' },
};
const tree = [
  { text: 'Zhejiang', value: '1', children: [{ text: 'Hangzhou', value: '11' }] },
  { text: 'Jiangsu', value: '2', children: [{ text: 'Nanjing', value: '21' }] },
];
const shop = [
  { text: 'Fruit', dot: true, children: [{ text: 'Apple', id: 1 }] },
  { text: 'Bread', dot: false, children: [{ text: 'Rye', id: 2 }] },
];

/** `@vant/weapp` by component name. */
export const vantMountings: Mountings = {
  'action-sheet': {
    markup: '<van-action-sheet show actions="{{actions}}" cancel-text="Cancel"/>',
    data: { actions: [{ name: 'One' }, { name: 'Two', subname: 'more' }, { name: 'Three', loading: true }] },
  },
  area: { markup: '<van-area area-list="{{areaList}}" value="110101"/>', data: { areaList } },
  button: { markup: '<van-button type="primary" icon="plus">Button</van-button>' },
  calendar: { markup: '<van-calendar poppable="{{false}}" show-confirm="{{false}}" style="height:400px"/>' },
  card: { markup: '<van-card num="2" price="2.00" desc="Description" title="Title" thumb="/images/dot.png"/>' },
  cascader: { markup: '<van-cascader options="{{tree}}" value="11"/>', data: { tree } },
  cell: { markup: '<van-cell title="Title" value="Value" is-link/>' },
  'cell-group': { markup: '<van-cell-group title="Group"><van-cell title="One" value="1"/></van-cell-group>' },
  checkbox: {
    markup:
      '<van-checkbox-group value="{{picked}}"><van-checkbox name="a">A</van-checkbox><van-checkbox name="b">B</van-checkbox></van-checkbox-group>',
    data: { picked: ['a'] },
  },
  'checkbox-group': {
    markup:
      '<van-checkbox-group value="{{picked}}"><van-checkbox name="a">A</van-checkbox><van-checkbox name="b">B</van-checkbox></van-checkbox-group>',
    data: { picked: ['a'] },
  },
  circle: { markup: '<van-circle value="{{30}}" text="30 %"/>' },
  col: { markup: '<van-row><van-col span="8">One</van-col><van-col span="8">Two</van-col></van-row>' },
  collapse: {
    markup:
      '<van-collapse value="{{open}}"><van-collapse-item title="One" name="1">Text</van-collapse-item><van-collapse-item title="Two" name="2">Text</van-collapse-item></van-collapse>',
    data: { open: ['1'] },
  },
  'collapse-item': {
    markup:
      '<van-collapse value="{{open}}"><van-collapse-item title="One" name="1">Text</van-collapse-item></van-collapse>',
    data: { open: [] },
  },
  'config-provider': {
    markup: '<van-config-provider theme-vars="{{vars}}"><van-button>In</van-button></van-config-provider>',
    data: { vars: { buttonPrimaryBackgroundColor: 'red' } },
  },
  'count-down': { markup: '<van-count-down time="{{90000}}"/>' },
  'datetime-picker': { markup: '<van-datetime-picker type="date" value="{{now}}"/>', data: { now: 1_700_000_000_000 } },
  dialog: {
    markup: '<van-dialog/>',
    requires: { Dialog: '@vant/weapp/dialog/dialog' },
    ready:
      "Dialog.default.alert({ context: this, selector: '#subject', title: 'Title', message: 'Message' }).catch(() => {})",
  },
  divider: { markup: '<van-divider contentPosition="center">Text</van-divider>' },
  'dropdown-item': {
    markup: '<van-dropdown-menu><van-dropdown-item value="{{0}}" options="{{options}}"/></van-dropdown-menu>',
    data: {
      options: [
        { text: 'All', value: 0 },
        { text: 'New', value: 1 },
      ],
    },
    ready: "this.selectComponent('#subject').toggle(true)",
  },
  'dropdown-menu': {
    markup:
      '<van-dropdown-menu><van-dropdown-item value="{{0}}" options="{{options}}"/><van-dropdown-item value="{{1}}" options="{{options}}"/></van-dropdown-menu>',
    data: {
      options: [
        { text: 'All', value: 0 },
        { text: 'New', value: 1 },
      ],
    },
  },
  empty: { markup: '<van-empty description="Nothing"/>' },
  field: { markup: '<van-field value="text" label="Label" placeholder="Placeholder" clearable required/>' },
  'goods-action': {
    markup:
      '<van-goods-action><van-goods-action-icon icon="chat-o" text="Chat"/><van-goods-action-button text="Buy"/></van-goods-action>',
  },
  'goods-action-button': {
    markup: '<van-goods-action><van-goods-action-button text="Buy" type="warning"/></van-goods-action>',
  },
  'goods-action-icon': {
    markup: '<van-goods-action><van-goods-action-icon icon="chat-o" text="Chat" info="5"/></van-goods-action>',
  },
  grid: {
    markup: '<van-grid><van-grid-item icon="photo-o" text="One"/><van-grid-item icon="photo-o" text="Two"/></van-grid>',
  },
  'grid-item': { markup: '<van-grid><van-grid-item icon="photo-o" text="One" badge="5"/></van-grid>' },
  icon: { markup: '<van-icon name="close" info="9"/>' },
  image: { markup: '<van-image width="100" height="100" src="/images/dot.png"/>' },
  'index-anchor': {
    markup: '<van-index-bar><van-index-anchor index="A"/><van-cell title="Text"/></van-index-bar>',
  },
  'index-bar': {
    markup:
      '<van-index-bar><van-index-anchor index="A"/><van-cell title="Text"/><van-index-anchor index="B"/></van-index-bar>',
  },
  info: { markup: '<van-info info="9"/>' },
  'nav-bar': { markup: '<van-nav-bar title="Title" left-text="Back" right-text="Button" left-arrow/>' },
  'notice-bar': { markup: '<van-notice-bar left-icon="volume-o" text="A long notice that may have to scroll by"/>' },
  notify: {
    markup: '<van-notify/>',
    requires: { Notify: '@vant/weapp/notify/notify' },
    ready: "Notify.default({ context: this, selector: '#subject', type: 'success', message: 'Done' })",
  },
  overlay: { markup: '<van-overlay show><view>Text</view></van-overlay>' },
  panel: { markup: '<van-panel title="Title" desc="Description" status="State"><view>Text</view></van-panel>' },
  picker: { markup: '<van-picker columns="{{columns}}" show-toolbar title="Title"/>', data: { columns } },
  'picker-column': {
    markup:
      '<van-picker-column value-key="text" item-height="{{44}}" visible-item-count="{{5}}" initial-options="{{columns}}" default-index="{{1}}"/>',
    data: { columns },
  },
  popup: { markup: '<van-popup show closeable position="bottom"><view>Text</view></van-popup>' },
  progress: { markup: '<van-progress percentage="50"/>' },
  radio: {
    markup:
      '<van-radio-group value="1"><van-radio name="1">One</van-radio><van-radio name="2">Two</van-radio></van-radio-group>',
  },
  'radio-group': {
    markup:
      '<van-radio-group value="1"><van-radio name="1">One</van-radio><van-radio name="2">Two</van-radio></van-radio-group>',
  },
  rate: { markup: '<van-rate value="{{3}}"/>' },
  row: { markup: '<van-row gutter="20"><van-col span="8">One</van-col><van-col span="8">Two</van-col></van-row>' },
  search: { markup: '<van-search value="text" placeholder="Search" show-action/>' },
  'share-sheet': {
    markup: '<van-share-sheet show title="Share" options="{{options}}"/>',
    data: { options: [{ name: 'Link', icon: 'link', openType: 'share' }] },
  },
  sidebar: {
    markup:
      '<van-sidebar active-key="{{0}}"><van-sidebar-item title="One" dot/><van-sidebar-item title="Two" badge="5"/></van-sidebar>',
  },
  'sidebar-item': { markup: '<van-sidebar><van-sidebar-item title="One"/></van-sidebar>' },
  skeleton: { markup: '<van-skeleton title avatar row="3" loading="{{true}}"/>' },
  slider: { markup: '<van-slider value="{{50}}"/>' },
  stepper: { markup: '<van-stepper value="{{1}}"/>' },
  steps: {
    markup: '<van-steps steps="{{steps}}" active="{{1}}"/>',
    data: { steps: [{ text: 'One', desc: 'first' }, { text: 'Two' }] },
  },
  sticky: { markup: '<van-sticky><van-button>Stays</van-button></van-sticky>' },
  'submit-bar': { markup: '<van-submit-bar price="{{3050}}" button-text="Submit" tip="A tip"/>' },
  'swipe-cell': {
    markup:
      '<van-swipe-cell right-width="{{65}}" left-width="{{65}}"><view slot="left">Pick</view><van-cell title="Cell"/><view slot="right">Delete</view></van-swipe-cell>',
  },
  switch: { markup: '<van-switch checked="{{true}}"/>' },
  tab: {
    markup:
      '<van-tabs active="{{0}}"><van-tab title="One">First</van-tab><van-tab title="Two">Second</van-tab></van-tabs>',
  },
  tabbar: {
    markup:
      '<van-tabbar active="{{0}}"><van-tabbar-item icon="home-o">Home</van-tabbar-item><van-tabbar-item icon="search" dot>Find</van-tabbar-item></van-tabbar>',
  },
  'tabbar-item': {
    markup: '<van-tabbar active="{{0}}"><van-tabbar-item icon="home-o">Home</van-tabbar-item></van-tabbar>',
  },
  tabs: {
    markup:
      '<van-tabs active="{{1}}" animated swipeable><van-tab title="One">First</van-tab><van-tab title="Two">Second</van-tab></van-tabs>',
  },
  tag: { markup: '<van-tag type="primary" closeable>Tag</van-tag>' },
  toast: {
    markup: '<van-toast/>',
    requires: { Toast: '@vant/weapp/toast/toast' },
    ready: "Toast.default({ context: this, selector: '#subject', message: 'Message', duration: 0 })",
  },
  transition: { markup: '<van-transition show name="fade"><view>Text</view></van-transition>' },
  'tree-select': { markup: '<van-tree-select items="{{items}}" active-id="{{1}}"/>', data: { items: shop } },
  uploader: {
    markup: '<van-uploader file-list="{{files}}" max-count="2"/>',
    data: { files: [{ url: '/images/dot.png', name: 'Picture', isImage: true, deletable: true }] },
  },
};
