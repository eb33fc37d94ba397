import { wxMembers } from '../../protocol/wx-members.ts';
import { isFunction, ownKeys } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import type { Callback, Options } from './method.ts';
import { warnUnsupported } from './unsupported.ts';

type Tell = (value: unknown) => void;
/** Starts listening; returns its undo. */
type Source = (tell: Tell) => () => void;

/** Every `onX` and `offX`. `offX()` without a listener removes all of them, as in WeChat. */
export function eventMembers(link: WxLink): Options {
  const sources = sourcesOf(link);
  const members: Record<string, unknown> = {};
  for (const name of ownKeys(wxMembers)) {
    if (wxMembers[name]?.kind !== 'on') continue;
    const event = name.slice(2);
    const told: Source = (tell) => link.onNotify(name, tell);
    const source = wxMembers[name]?.by === 'none' ? undefined : (sources.get(event) ?? told);
    const { on, off } = pair(link, name, source);
    members[name] = on;
    if (wxMembers[`off${event}`] !== undefined) members[`off${event}`] = off;
  }
  return members;
}

function pair(link: WxLink, name: string, source: Source | undefined): { on: Callback; off: Callback } {
  let heard: { listener: unknown; undo: () => void }[] = [];
  return {
    on(listener) {
      if (!isFunction(listener)) return;
      if (source === undefined) {
        warnUnsupported(link, name, 'the event never occurs here');
        return;
      }
      const undo = source((value) => link.guard(`listener of wx.${name}`, listener, value));
      heard.push({ listener, undo });
    },
    off(listener) {
      const leaving = heard.filter((one) => listener === undefined || one.listener === listener);
      heard = heard.filter((one) => !leaving.includes(one));
      for (const { undo } of leaving) undo();
    },
  };
}

/** Where events come from that nobody outside the guest tells. */
function sourcesOf(link: WxLink): ReadonlyMap<string, Source> {
  return new Map<string, Source>([
    ['AppShow', (tell) => link.onApp('show', tell)],
    ['AppHide', (tell) => link.onApp('hide', tell)],
    ['Error', (tell) => link.onApp('error', tell)],
    ['PageNotFound', (tell) => link.onApp('pageNotFound', tell)],
    ['UnhandledRejection', (tell) => link.onApp('unhandledRejection', tell)],
    ['NetworkStatusChange', (tell) => link.onNotify('onNetworkStatusChange', tell)],
    ['LocationChange', (tell) => link.onNotify('onLocationChange', tell)],
    ['LocationChangeError', (tell) => link.onNotify('onLocationChangeError', tell)],
    ['BatteryInfoChange', (tell) => environmentChange(link, () => ({ ...link.environment().battery }), tell)],
    ['ThemeChange', (tell) => environmentChange(link, ({ theme }) => ({ theme }), tell)],
    [
      'WindowResize',
      (tell) =>
        environmentChange(
          link,
          ({ windowWidth, windowHeight }) => ({ windowWidth, windowHeight }),
          (size) => tell({ size }),
        ),
    ],
  ]);
}

/** Tells a part of the system information whenever it is not what it was. */
function environmentChange<Part extends Readonly<Record<string, unknown>>>(
  link: WxLink,
  part: (system: ReturnType<WxLink['environment']>['system']) => Part,
  tell: (part: Part) => void,
): () => void {
  let last = part(link.environment().system);
  return link.onApp('environment', ({ system }) => {
    const next = part(system);
    if (ownKeys(next).every((key) => next[key] === last[key])) return;
    last = next;
    tell(next);
  });
}
