import type { Json } from '../../protocol/json.ts';
import { textOf } from '../../view/index.ts';
import { isOn } from '../flags.ts';
import type { BuiltIn } from './component.ts';

/** What goes with a tap to whatever the button opens. */
const handedOn = [
  'lang',
  'session-from',
  'send-message-title',
  'send-message-path',
  'send-message-img',
  'show-message-card',
];

/** The button: 46 pixels high, or `mini`; default, primary and warn; plain; loading; disabled. */
export const button: BuiltIn = {
  tag: 'button',
  reflected: ['type', 'size'],
  flags: ['plain', 'disabled', 'loading'],
  attributes: ['form-type', 'open-type'],
  reads: [...handedOn, 'hover-class', 'hover-stop-propagation', 'hover-start-time', 'hover-stay-time'],
  events: [
    'getuserinfo',
    'contact',
    'getphonenumber',
    'getrealtimephonenumber',
    'error',
    'opensetting',
    'chooseavatar',
    'agreeprivacyauthorization',
  ],
  options: {
    type: ['primary', 'default', 'warn'],
    size: ['default', 'mini'],
    'form-type': ['submit', 'reset'],
    lang: ['en', 'zh_CN', 'zh_TW'],
    'open-type': [
      'contact',
      'share',
      'getPhoneNumber',
      'getRealtimePhoneNumber',
      'getUserInfo',
      'launchApp',
      'openSetting',
      'feedback',
      'chooseAvatar',
      'agreePrivacyAuthorization',
    ],
  },
  noEffect: {
    'form-type=submitToGroup': 'There are no chat groups to submit to.',
    'open-type=liveActivity': 'Notices are asked for by requestSubscribeMessage.',
    'bind:createliveactivity': 'Notices are asked for by requestSubscribeMessage.',
    'app-parameter': 'A program that no app has opened launches none: binderror says so.',
    'bind:launchapp': 'A program that no app has opened launches none: binderror says so.',
    'phone-number-no-quota-toast': 'Asking for phone numbers costs nothing here, so no quota ends.',
    'need-show-entrance': 'There are no chat tools.',
    'entrance-path': 'There are no chat tools.',
  },
  notHere: ['app-parameter', 'need-show-entrance', 'entrance-path'],
  whenUsed: true,
  style:
    'wx-button{display:block;position:relative;box-sizing:border-box;margin-left:auto;margin-right:auto;' +
    'padding-left:14px;padding-right:14px;font-size:18px;line-height:2.55555556;text-align:center;' +
    'text-decoration:none;border-radius:8px;overflow:hidden;cursor:pointer;' +
    'color:var(--tr-ink);background-color:var(--tr-control)}' +
    // The hairline is an element of its own, because programs take it away with `button::after{border:none}`.
    'wx-button::after{content:" ";position:absolute;inset:0 auto auto 0;width:200%;height:200%;box-sizing:border-box;' +
    'transform:scale(.5);transform-origin:0 0;border:1px solid var(--tr-hairline);border-radius:16px;' +
    'pointer-events:none}' +
    'wx-button[type=primary]{color:var(--tr-on-accent);background-color:var(--tr-accent)}' +
    'wx-button[type=warn]{color:var(--tr-on-accent);background-color:var(--tr-danger)}' +
    'wx-button[plain]{color:var(--tr-ink);border:1px solid var(--tr-ink);background-color:transparent}' +
    'wx-button[plain]::after{border-width:0}' +
    'wx-button[plain][type=primary]{color:var(--tr-accent);border-color:var(--tr-accent)}' +
    'wx-button[plain][type=warn]{color:var(--tr-danger);border-color:var(--tr-danger)}' +
    'wx-button[size=mini]{display:inline-block;font-size:13px;line-height:2.3;padding:0 1.34em}' +
    'wx-button[disabled]{color:var(--tr-disabled-ink);cursor:default}' +
    'wx-button[disabled]:not([plain]){background-color:var(--tr-control)}' +
    'wx-button[disabled][type=primary]:not([plain]){color:var(--tr-on-weak);background-color:var(--tr-accent-weak)}' +
    'wx-button[disabled][type=warn]:not([plain]){color:var(--tr-on-weak);background-color:var(--tr-danger-weak)}' +
    'wx-button[disabled][plain]{color:var(--tr-disabled-ink);border-color:var(--tr-disabled-line)}' +
    'wx-button.button-hover{background-color:var(--tr-control-pressed)}' +
    'wx-button.button-hover[type=primary]{background-color:var(--tr-accent-pressed)}' +
    'wx-button.button-hover[type=warn]{background-color:var(--tr-danger-pressed)}' +
    'wx-button.button-hover[plain]{opacity:.6;background-color:transparent}' +
    'wx-button[loading]::before{content:" ";display:inline-block;width:18px;height:18px;margin-right:6px;' +
    'box-sizing:border-box;vertical-align:-3px;border:2px solid currentColor;border-right-color:transparent;' +
    'border-radius:50%;animation:tr-turn 1s linear infinite}' +
    'wx-button[loading][size=mini]::before{width:13px;height:13px;vertical-align:-2px}',
  build(host) {
    host.setAttribute('role', 'button');
    host.tabIndex = 0;
  },
  create(context) {
    return {
      tap() {
        if (isOn(context.attribute('disabled'))) return true;
        const form = context.host.closest('wx-form');
        const action = textOf(context.attribute('form-type'));
        const openType = textOf(context.attribute('open-type'));
        if (openType !== '') {
          const attributes: Record<string, Json> = {};
          for (const name of handedOn) {
            const value = context.attribute(name);
            if (value !== undefined) attributes[name] = value;
          }
          context.tell('open-type', { openType, attributes });
        }
        if (form && action === 'submit') context.instanceOf(form)?.submit?.();
        if (form && action === 'reset') context.instanceOf(form)?.reset?.();
        return action !== '' || openType !== '';
      },
      activate() {
        context.host.focus();
      },
    };
  },
};
