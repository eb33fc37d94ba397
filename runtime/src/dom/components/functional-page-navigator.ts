import type { BuiltIn } from './component.ts';

const noPages = 'Plugins have no functional pages here: a tap fails and says so.';

/** A plugin's way to pages of WeChat. It draws its content; a tap fails. */
export const functionalPageNavigator: BuiltIn = {
  tag: 'functional-page-navigator',
  events: ['fail'],
  noEffect: { version: noPages, name: noPages, args: noPages, 'bind:success': noPages, 'bind:cancel': noPages },
  notHere: 'all',
  style: 'wx-functional-page-navigator{display:block;cursor:pointer}',
  build(host) {
    host.setAttribute('role', 'button');
    host.tabIndex = 0;
  },
  create: ({ emit }) => ({
    tap() {
      emit('fail', { errMsg: 'functional-page-navigator:fail there are no functional pages here' });
      return true;
    },
  }),
};
