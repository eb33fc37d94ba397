import { standIn } from './stand-in.ts';

const words = { english: 'No advertisements here', chinese: '此处不展示广告' };
const fails = { type: 'error', detail: { errMsg: 'no advertisements are shown here', errCode: 1004 } };
const noAds = 'No advertisements are shown.';

/** WeChat's advertisements. `1004` is its code for "no suitable advertisement". */
export const ad = standIn({
  tag: 'ad',
  events: ['error'],
  noEffect: {
    'unit-id': noAds,
    'ad-intervals': noAds,
    'ad-type': noAds,
    'ad-theme': noAds,
    'bind:load': noAds,
    'bind:close': noAds,
  },
  words,
  box: 'display:block;min-height:48px',
  fails,
});

export const adCustom = standIn({
  tag: 'ad-custom',
  events: ['error'],
  noEffect: { 'unit-id': noAds, 'ad-intervals': noAds, 'bind:load': noAds },
  words,
  box: 'display:block;min-height:48px',
  fails,
});
