import type { Mountings } from './mounting.ts';

const rows = Array.from({ length: 50 }, (_, idx) => ({ id: idx, title: `Row ${idx}` }));

const recycleList: Mountings[string] = {
  markup:
    '<recycle-view batch="{{batchSetRecycleData}}" height="{{400}}" width="{{300}}"><view slot="before">Before</view><recycle-item wx:for="{{recycleList}}" wx:key="id"><view>{{item.title}}</view></recycle-item><view slot="after">After</view></recycle-view>',
  data: { recycleList: [], batchSetRecycleData: false },
  keeps: ['batch', 'height', 'width'],
};

const element: Mountings[string] = {
  data: { nodeId: '', pageId: '' },
  requires: { render: 'miniprogram-render' },
};

/** Elements get their nodes from `miniprogram-render`: a page of its making, with a paragraph in its body. */
const renderPage = `const { pageId, document } = render.createPage('/' + this.route, {
    optimization: { domSubTreeLevel: 5 }, runtime: {}, router: {}, origin: 'https://example.invalid', entry: '/' });
  const paragraph = document.createElement('div');
  paragraph.textContent = 'Text';
  document.body.appendChild(paragraph);
  this.setData({ pageId, nodeId: document.body.$$nodeId, mounted: true })`;

const elementMarkup = (tag: string) =>
  `<${tag} wx:if="{{pageId}}" data-private-node-id="{{nodeId}}" data-private-page-id="{{pageId}}"/>`;

/** The libraries of one or two components, which do not share a name. */
export const singleMountings: Mountings = {
  'recycle-view': {
    ...recycleList,
    requires: { createRecycleContext: 'miniprogram-recycle-view' },
    ready: `createRecycleContext({ id: 'subject', dataKey: 'recycleList', page: this, itemSize: { width: 300, height: 40 } })
    .append(${JSON.stringify(rows)})`,
  },
  'recycle-item': {
    markup: '<recycle-view height="{{400}}"><recycle-item><view>Text</view></recycle-item></recycle-view>',
  },
  'slide-view': {
    markup:
      '<slide-view width="320" height="100" slide-width="200"><view slot="left">Row</view><view slot="right">Delete</view></slide-view>',
  },
  barrage: {
    markup: '<barrage rendering-mode="dom"/>',
    keeps: ['renderingMode'],
    ready: `const barrage = this.selectComponent('#subject').getBarrageInstance({ duration: 2, tunnelNum: 2 });
  barrage.open();
  barrage.addData([{ content: 'One' }, { content: 'Two' }])`,
  },
  element: { ...element, markup: elementMarkup('element'), ready: renderPage },
  'element-vhost': { ...element, markup: elementMarkup('element-vhost'), ready: renderPage },
};
