import type { StandInWords } from './stand-in.ts';
import { standIn } from './stand-in.ts';

const list = (names: string, why: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, why]));
const words: StandInWords = { english: 'Live video is not available here', chinese: '此处无法使用实时音视频' };

const noPlayer = 'Browsers play no RTMP streams: nothing is there to be set.';
const noPusher = 'Browsers send no RTMP streams: nothing is there to be set.';

/** Plays an RTMP stream in WeChat. `-2301` is its code for a stream that cannot be had. */
export const livePlayer = standIn({
  tag: 'live-player',
  events: ['statechange'],
  noEffect: {
    ...list(
      'src mode autoplay muted orientation object-fit background-mute min-cache max-cache sound-mode ' +
        'auto-pause-if-navigate auto-pause-if-open-native picture-in-picture-mode picture-in-picture-init-position ' +
        'enable-auto-rotation referrer-policy enable-casting bind:fullscreenchange bind:netstatus ' +
        'bind:audiovolumenotify bind:enterpictureinpicture bind:leavepictureinpicture bind:castinguserselect ' +
        'bind:castingstatechange bind:castinginterrupt',
      noPlayer,
    ),
  },
  words,
  box: 'display:inline-block;width:300px;height:225px',
  fails: { type: 'statechange', detail: { code: -2301, message: 'live-player: no live streams can be played here' } },
});

/** Sends the camera's picture as an RTMP stream in WeChat. `-1307` is its code for a stream that cannot be sent. */
export const livePusher = standIn({
  tag: 'live-pusher',
  events: ['statechange', 'error'],
  noEffect: {
    ...list(
      'url mode autopush enable-video-custom-render muted enable-camera auto-focus orientation beauty whiteness aspect ' +
        'min-bitrate max-bitrate audio-quality waiting-image waiting-image-hash zoom device-position ' +
        'background-mute mirror remote-mirror local-mirror audio-reverb-type enable-mic enable-agc enable-ans ' +
        'audio-volume-type video-width video-height beauty-style filter picture-in-picture-mode ' +
        'voice-changer-type custom-effect skin-whiteness skin-smoothness face-thinness eye-bigness fps ' +
        'bind:netstatus bind:bgmstart bind:bgmprogress bind:bgmcomplete bind:audiovolumenotify ' +
        'bind:enterpictureinpicture bind:leavepictureinpicture',
      noPusher,
    ),
  },
  words,
  box: 'display:inline-block;width:300px;height:225px',
  fails: { type: 'error', detail: { errCode: 10002, errMsg: 'live-pusher: no live streams can be sent here' } },
});
