import { isFunction, isObject } from '../intrinsics.ts';
import type { Options } from './method.ts';

/**
 * Objects that calls of `wx` give, by the name the documentation calls their class: `canIUse` looks at what they have.
 * Only those that can be made without anybody noticing.
 *
 * @param members the `wx` members
 */
export function classSamples(members: Options): ReadonlyMap<string, () => unknown> {
  const make = (name: string) => (): unknown => {
    const member = members[name];
    return isFunction(member) ? member() : undefined;
  };
  const query = make('createSelectorQuery');
  return new Map<string, () => unknown>([
    ['Animation', make('createAnimation')],
    ['AudioContext', make('createAudioContext')],
    ['BackgroundAudioManager', make('getBackgroundAudioManager')],
    ['CameraContext', make('createCameraContext')],
    ['CanvasContext', make('createCanvasContext')],
    ['IntersectionObserver', make('createIntersectionObserver')],
    ['InnerAudioContext', make('createInnerAudioContext')],
    ['LivePlayerContext', make('createLivePlayerContext')],
    ['LivePusherContext', make('createLivePusherContext')],
    ['InterstitialAd', make('createInterstitialAd')],
    ['LogManager', make('getLogManager')],
    ['MapContext', make('createMapContext')],
    ['Performance', make('getPerformance')],
    ['PerformanceObserver', named('observe disconnect supportedEntryTypes')],
    ['RealtimeLogManager', make('getRealtimeLogManager')],
    ['RecorderManager', make('getRecorderManager')],
    ['RewardedVideoAd', make('createRewardedVideoAd')],
    ['SelectorQuery', query],
    [
      'NodesRef',
      () => {
        const made = query();
        return isObject(made) && isFunction(made.selectViewport) ? made.selectViewport() : undefined;
      },
    ],
    ['FileSystemManager', make('getFileSystemManager')],
    // What starts a call cannot be made to look at it.
    ['RequestTask', named('abort HeadersReceived ChunkReceived')],
    ['DownloadTask', named('abort HeadersReceived ProgressUpdate')],
    ['UploadTask', named('abort HeadersReceived ProgressUpdate')],
    ['SocketTask', named('send close onOpen onMessage onError onClose')],
    ['UpdateManager', make('getUpdateManager')],
    ['Worker', named('postMessage onMessage onError onProcessKilled terminate')],
    ['VideoContext', make('createVideoContext')],
    ['console', () => console],
  ]);
}

/** An object with these members; an event in capitals stands for its `on` and `off`. */
const named = (words: string) => () =>
  Object.fromEntries(
    words
      .split(' ')
      .flatMap((word) => (/^[A-Z]/.test(word) ? [`on${word}`, `off${word}`] : [word]).map((name) => [name, 1])),
  );

/** The base library's own, installed before any of this runs. */
declare const console: unknown;
