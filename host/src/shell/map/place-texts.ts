interface PlaceTexts {
  readonly choosePlace: string;
  readonly search: string;
  readonly searchHint: string;
  readonly goTo: (point: string) => string;
  readonly fromAddressBook: string;
  readonly nothingFound: string;
  readonly place: string;
  readonly placeName: string;
  readonly placeAddress: string;
  readonly choose: string;
  readonly copyCoordinates: string;
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly noMap: string;
}

const english: PlaceTexts = {
  choosePlace: 'Choose a place',
  search: 'Search your addresses, or type coordinates',
  searchHint: 'For example: 30.25, 120.16',
  goTo: (point) => `Go to ${point}`,
  fromAddressBook: 'From your address book',
  nothingFound: 'Nothing of that kind in your address book.',
  place: 'Place',
  placeName: 'Name of the place',
  placeAddress: 'Address',
  choose: 'Choose',
  copyCoordinates: 'Copy',
  map: 'Map. Arrow keys move it, plus and minus zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  noMap: 'The map could not be loaded.',
};

const chinese: PlaceTexts = {
  choosePlace: '选择位置',
  search: '搜索地址簿，或输入坐标',
  searchHint: '例如：30.25, 120.16',
  goTo: (point) => `前往 ${point}`,
  fromAddressBook: '来自地址簿',
  nothingFound: '地址簿中没有匹配的地址。',
  place: '位置',
  placeName: '地点名称',
  placeAddress: '地址',
  choose: '选定',
  copyCoordinates: '复制',
  map: '地图。方向键移动，加减键缩放',
  zoomIn: '放大',
  zoomOut: '缩小',
  noMap: '地图无法加载。',
};

/** What the sheets about places say. */
export const placeTexts: PlaceTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;
