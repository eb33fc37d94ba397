import type { Mountings } from './mounting.ts';

/** `weui-miniprogram` by component name. */
export const weuiMountings: Mountings = {
  actionsheet: {
    markup: '<mp-actionsheet show title="Title" actions="{{actions}}"/>',
    data: {
      actions: [
        { text: 'One', value: 1 },
        { text: 'Two', value: 2, type: 'warn' },
      ],
    },
  },
  badge: { markup: '<mp-badge content="5"/>' },
  cell: { markup: '<mp-cells><mp-cell value="Value" footer="Footer" title="Title"/></mp-cells>' },
  cells: {
    markup: '<mp-cells title="Group" footer="Foot"><mp-cell value="One"/><mp-cell value="Two" link/></mp-cells>',
  },
  checkbox: {
    markup:
      '<mp-checkbox-group prop="pick" multi="{{true}}"><mp-checkbox label="One" value="1" checked/><mp-checkbox label="Two" value="2"/></mp-checkbox-group>',
  },
  'checkbox-group': {
    markup:
      '<mp-cells><mp-checkbox-group prop="pick" multi="{{false}}"><mp-checkbox label="One" value="1"/><mp-checkbox label="Two" value="2"/></mp-checkbox-group></mp-cells>',
  },
  dialog: {
    markup: '<mp-dialog show title="Title" buttons="{{buttons}}"><view>Text</view></mp-dialog>',
    data: { buttons: [{ text: 'Cancel' }, { text: 'OK' }] },
  },
  form: {
    markup:
      '<mp-form models="{{model}}" rules="{{rules}}"><mp-cells><mp-cell prop="name" title="Name"><input/></mp-cell></mp-cells></mp-form>',
    data: { model: { name: '' }, rules: [{ name: 'name', rules: { required: true, message: 'Name is needed' } }] },
    ready: "this.selectComponent('#subject').validate(() => {})",
  },
  'form-page': {
    markup:
      '<mp-form-page title="Title" subtitle="Sub"><mp-cells><mp-cell value="One"/></mp-cells><view slot="button">Go</view></mp-form-page>',
  },
  gallery: {
    markup: '<mp-gallery show img-urls="{{pictures}}" current="{{0}}"/>',
    data: { pictures: ['/images/dot.png'] },
  },
  grids: {
    markup: '<mp-grids grids="{{grids}}"/>',
    data: { grids: [{ imgUrl: '/images/dot.png', text: 'One', url: '/pages/index/index' }] },
  },
  'half-screen-dialog': {
    markup: '<mp-half-screen-dialog show title="Title" sub-title="Sub" desc="Text" tips="Tip"/>',
  },
  icon: { markup: '<mp-icon icon="done" type="field" size="{{25}}"/>', keeps: ['type', 'icon'] },
  loading: { markup: '<mp-loading type="circle" show animated/>' },
  msg: { markup: '<mp-msg type="success" title="Done" desc="Text"/>' },
  'navigation-bar': { markup: '<mp-navigation-bar title="Title" back="{{false}}"/>' },
  searchbar: {
    markup: '<mp-searchbar search="{{search}}" value="text"/>',
  },
  slideview: {
    markup: '<mp-slideview buttons="{{buttons}}"><view>Row</view></mp-slideview>',
    data: { buttons: [{ text: 'Delete', type: 'warn' }] },
  },
  tabbar: {
    markup: '<mp-tabbar list="{{list}}"/>',
    data: {
      list: [
        { text: 'One', iconPath: '/images/dot.png', selectedIconPath: '/images/dot.png', badge: '8' },
        { text: 'Two', iconPath: '/images/dot.png', selectedIconPath: '/images/dot.png' },
      ],
    },
  },
  toptips: { markup: '<mp-toptips show type="success" msg="Done" delay="{{0}}"/>' },
  uploader: {
    markup: '<mp-uploader files="{{files}}" max-count="{{3}}" tips="Tip"/>',
    data: { files: [{ url: '/images/dot.png' }] },
  },
};
