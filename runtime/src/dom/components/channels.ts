import { standIn } from './stand-in.ts';

const words = { english: 'WeChat Channels is not available here', chinese: '此处无法使用视频号' };
const noChannels = 'There is no WeChat Channels to show something of.';

export const channelVideo = standIn({
  tag: 'channel-video',
  events: ['error'],
  noEffect: {
    'feed-id': noChannels,
    'finder-user-name': noChannels,
    'feed-token': noChannels,
    autoplay: noChannels,
    loop: noChannels,
    muted: noChannels,
    'object-fit': noChannels,
  },
  words,
  box: 'display:inline-block;width:300px;height:225px',
  fails: { type: 'error', detail: { errMsg: 'channel-video: there is no WeChat Channels here', errCode: 1 } },
});

export const channelLive = standIn({
  tag: 'channel-live',
  noEffect: { 'feed-id': noChannels, 'finder-user-name': noChannels },
  words,
  box: 'display:inline-block;width:300px;height:225px',
});
