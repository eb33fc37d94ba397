import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn } from '../flags.ts';
import type { BuiltIn } from './component.ts';

/**
 * Lifts what it holds out of the page's layout. It goes to the browser's top layer, not to another parent: no
 * ancestor clips, moves or covers it there, and its nodes stay where the tree says.
 */
export const rootPortal: BuiltIn = {
  tag: 'root-portal',
  attributes: ['enable', 'external-class'],
  style:
    'wx-root-portal{display:block}wx-root-portal>wx-portal:not([popover]){display:block}:where(wx-root-portal>wx-portal:popover-open){display:block}' +
    // Without weight: the program's own classes on it win.
    ':where(wx-root-portal>wx-portal:popover-open){position:fixed;inset:0;width:auto;height:auto;margin:0;padding:0;border:0;' +
    'overflow:visible;background:none;color:inherit;pointer-events:none}' +
    ':where(wx-root-portal>wx-portal:popover-open>*){pointer-events:auto}',
  build(host) {
    host.append(host.ownerDocument.createElement('wx-portal'));
  },
  content: (host) => (isElement(host.firstElementChild) ? host.firstElementChild : host),
  create({ host, attribute, classNames }) {
    const portal = isElement(host.firstElementChild) ? host.firstElementChild : host;
    const place = (): void => {
      if (!host.isConnected) return;
      const lifted = attribute('enable') === undefined || isOn(attribute('enable'));
      if (!lifted) portal.removeAttribute('popover');
      else if (portal.getAttribute('popover') !== 'manual') {
        portal.setAttribute('popover', 'manual');
        portal.showPopover();
      }
    };
    return {
      update(name, value) {
        if (name === 'external-class') portal.className = classNames(textOf(value));
        else place();
      },
      attached: place,
    };
  },
};
