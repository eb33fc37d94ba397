import { isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import type { Options } from './method.ts';

/**
 * `wx.onNeedPrivacyAuthorization`: the program draws the question for its privacy contract itself. The listener gets
 * `resolve` and `{referrer}`, the call that waits. The host believes an `agree` only when the person has tapped a
 * button of `open-type="agreePrivacyAuthorization"`. The last listener counts, as in WeChat.
 */
export function privacyMembers(link: WxLink): Options {
  let stop = (): void => undefined;
  return {
    onNeedPrivacyAuthorization(listener: unknown) {
      if (!isFunction(listener)) return;
      stop();
      link.tell('listenPrivacy', {});
      stop = link.onNotify('onNeedPrivacyAuthorization', (asked) => {
        if (!isObject(asked)) return;
        const { question, referrer } = asked;
        const resolve = (given: unknown): void => {
          const answer = isObject(given) ? given : {};
          link.tell('resolvePrivacy', {
            question: Number(question),
            event: String(answer.event),
            buttonId: answer.buttonId === undefined ? '' : String(answer.buttonId),
          });
        };
        link.guard('listener of wx.onNeedPrivacyAuthorization', listener, resolve, { referrer });
      });
    },
  };
}
