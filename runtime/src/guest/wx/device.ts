import { isFunction } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { done, failed, later, method, type Options } from './method.ts';

/** The battery as the host described it, and what there is nothing of here. */
export function deviceMembers(link: WxLink): Options {
  return {
    getBatteryInfo: method(link, 'getBatteryInfo', (_options, settle) => {
      const { battery } = link.environment();
      if (battery) later(settle, done(), { ...battery });
      else later(settle, failed('fail the browser does not tell'));
    }),
    // WeChat gives numbers here in any case: what is not known counts as full and plugged in.
    getBatteryInfoSync: () => ({
      ...{ level: 100, isCharging: true, isLowPowerModeEnabled: false },
      ...link.environment().battery,
    }),
    getScreenRecordingState: method(link, 'getScreenRecordingState', (_options, settle) =>
      later(settle, done({ state: 'off' })),
    ),
    createInterstitialAd: () => emptyAd(link, 'InterstitialAd'),
    createRewardedVideoAd: () => emptyAd(link, 'RewardedVideoAd'),
  };
}

const noAd = { errMsg: 'no advertisement', errCode: 1004 };

/** Documented code 1004: there is no fitting advertisement. This platform has none at all. */
function emptyAd(link: WxLink, name: string): Options {
  let listeners: unknown[] = [];
  const fail = () => {
    for (const listener of listeners) {
      if (isFunction(listener)) link.guard(`listener of ${name}.onError`, listener, { ...noAd });
    }
  };
  const refuse = () => {
    const refused = Promise.reject({ ...noAd });
    // Programs that listen for the error leave the promise alone.
    refused.catch(() => undefined);
    link.nextTick(fail);
    return refused;
  };
  const nothing = () => undefined;
  link.nextTick(fail);
  return {
    load: refuse,
    show: refuse,
    destroy() {
      listeners = [];
    },
    onError: (listener: unknown) => void listeners.push(listener),
    offError(listener: unknown) {
      listeners = listeners.filter((one) => listener !== undefined && one !== listener);
    },
    ...{ onLoad: nothing, offLoad: nothing, onClose: nothing, offClose: nothing },
  };
}
