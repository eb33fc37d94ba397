import { textOf } from '../../view/index.ts';
import { numberOf } from '../flags.ts';
import type { BuiltIn } from './component.ts';

/** A link between pages. It only says where to: the player navigates. */
export const navigator: BuiltIn = {
  tag: 'navigator',
  reads: [
    'url',
    'open-type',
    'delta',
    'target',
    'app-id',
    'path',
    'version',
    'short-link',
    'extra-data',
    'hover-class',
    'hover-stop-propagation',
    'hover-start-time',
    'hover-stay-time',
  ],
  // Told by the player, once it knows what became of it.
  events: ['success', 'fail', 'complete'],
  options: {
    'open-type': ['navigate', 'redirect', 'switchTab', 'reLaunch', 'navigateBack', 'exit'],
    target: ['self', 'miniProgram'],
    version: ['develop', 'trial', 'release'],
  },
  style:
    'wx-navigator{display:block;cursor:pointer}wx-navigator.navigator-hover{background-color:rgba(0,0,0,.1);opacity:.7}',
  build(host) {
    host.setAttribute('role', 'link');
    host.tabIndex = 0;
  },
  create: ({ attribute, tell }) => ({
    tap() {
      tell('navigate', {
        url: textOf(attribute('url')),
        openType: textOf(attribute('open-type')) || 'navigate',
        delta: numberOf(attribute('delta'), 1),
        target: textOf(attribute('target')) || 'self',
        appId: textOf(attribute('app-id')),
        path: textOf(attribute('path')),
        version: textOf(attribute('version')),
        shortLink: textOf(attribute('short-link')),
        extraData: attribute('extra-data') ?? {},
      });
      return true;
    },
  }),
};
