import { standIn } from './stand-in.ts';

/** Status 5 is WeChat's "the component may not be used here". */
export const officialAccount = standIn({
  tag: 'official-account',
  events: ['error'],
  noEffect: { 'bind:load': 'There are no official accounts to follow.' },
  words: { english: 'No official account to follow here', chinese: '此处无法关注公众号' },
  box: 'display:block;height:84px',
  fails: { type: 'error', detail: { status: 5, errMsg: 'official-account: there are no official accounts here' } },
});
