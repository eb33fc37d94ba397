import * as v from 'valibot';
import type { PaintedEvent } from '../dom/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import { blockId } from '../protocol/ids.ts';
import { type Json, jsonSchema } from '../protocol/json.ts';
import type { HostMessage } from '../protocol/messages.ts';
import { type PageTree, textOf } from '../view/index.ts';
import type { Page } from './page.ts';

/** As much of a page as its buttons need. */
type ButtonPage = Pick<Page, 'id' | 'route'> & { readonly tree: Pick<PageTree, 'attribute'> };

export interface OpenTypesOptions {
  /** Asks the host, with how long ago the tap was. */
  call(name: string, params: Json): Promise<CallOutcome>;
  deliver(message: HostMessage): void;
  /** Keeps a picture under a temporary path. */
  keep(bytes: ArrayBuffer, type: string): string;
  warning(message: string): void;
}

/** Buttons with an `open-type`: each asks the host for what it opens, and tells its program by its own event. */
export interface OpenTypes {
  /** False for every event that no such button raised. */
  hear(page: ButtonPage, event: PaintedEvent): boolean;
}

const detailSchema = v.object({ openType: v.string(), attributes: v.record(v.string(), jsonSchema) });

/** Open type → the call behind it, and the event that its answer becomes: `call:ok` or `call:fail …` in `errMsg`. */
const asked: ReadonlyMap<string, { readonly call: string; readonly event?: string; readonly as?: string }> = new Map([
  ['getPhoneNumber', { call: 'getPhoneNumber', event: 'getphonenumber' }],
  ['getRealtimePhoneNumber', { call: 'getPhoneNumber', event: 'getrealtimephonenumber', as: 'getRealtimePhoneNumber' }],
  ['getUserInfo', { call: 'getUserInfo', event: 'getuserinfo' }],
  ['openSetting', { call: 'openSetting', event: 'opensetting' }],
  ['chooseAvatar', { call: 'chooseAvatar', event: 'chooseavatar' }],
  ['contact', { call: 'openContact', event: 'contact', as: 'enterContact' }],
  ['feedback', { call: 'openFeedback' }],
  ['agreePrivacyAuthorization', { call: 'agreePrivacyAuthorization', event: 'agreeprivacyauthorization' }],
]);

export function createOpenTypes({ call, deliver, keep, warning }: OpenTypesOptions): OpenTypes {
  const raise = (page: ButtonPage, event: PaintedEvent, type: string, detail: Json) =>
    deliver({ kind: 'event', page: page.id, ...event, type, detail, bubbles: false });

  const act = async (page: ButtonPage, event: PaintedEvent, openType: string, attributes: Json): Promise<void> => {
    const { block, node } = event;
    const id = String(page.tree.attribute({ block: blockId(block), node }, 'id') ?? '');
    if (openType === 'share') {
      const target = { page: page.id, block, node, id };
      deliver({ kind: 'notify', name: 'share', data: { from: 'button', target } });
      return;
    }
    // Documented for a program that was not itself opened by an app: it may launch none.
    if (openType === 'launchApp') return raise(page, event, 'error', { errMsg: 'invalid scene' });
    const how = asked.get(openType);
    if (how === undefined) return warning(`button open-type "${openType}" of ${page.route} does nothing here`);
    const outcome = await call(how.call, paramsOf(openType, attributes, id, page.route));
    if (how.event === undefined) return;
    const name = how.as ?? how.call;
    if (!outcome.ok) {
      const { errMsg, errno } = outcome.error;
      return raise(page, event, how.event, {
        errMsg: `${name}:${errMsg}`,
        ...(errno !== undefined && { errno }),
      });
    }
    const result = withPath(outcome.result, keep);
    const more: Record<string, Json> =
      openType === 'contact' ? { path: '', query: {} } : openType.startsWith('agree') ? { buttonId: id } : {};
    raise(page, event, how.event, { ...more, ...result, errMsg: `${name}:ok` });
  };

  return {
    hear(page, event) {
      if (event.type !== 'open-type') return false;
      const { openType, attributes } = v.parse(detailSchema, event.detail);
      // Several are joined by a bar; agreeing comes first, because the others wait for it.
      const types = openType.split('|').map((type) => type.trim());
      types.sort((one, other) => Number(other.startsWith('agree')) - Number(one.startsWith('agree')));
      void types.reduce((before, type) => before.then(() => act(page, event, type, attributes)), Promise.resolve());
      return true;
    },
  };
}

function paramsOf(openType: string, attributes: Json, buttonId: string, route: string): Json {
  const given = v.parse(v.record(v.string(), jsonSchema), attributes);
  switch (openType) {
    case 'getRealtimePhoneNumber':
      return { realtime: true };
    case 'getUserInfo':
      return { lang: given.lang ?? 'en' };
    case 'contact':
      return {
        sessionFrom: textOf(given['session-from']),
        title: textOf(given['send-message-title']),
        // Documented: without one the page the button stands on.
        path: textOf(given['send-message-path']) || route,
        imageUrl: textOf(given['send-message-img']),
        showCard: Boolean(given['show-message-card']),
      };
    case 'agreePrivacyAuthorization':
      return { buttonId };
    default:
      return {};
  }
}

/** A chosen picture comes as a data URL; programs expect a temporary path. */
function withPath(result: Json, keep: OpenTypesOptions['keep']): Record<string, Json> {
  const fields = v.parse(v.record(v.string(), jsonSchema), result);
  const { avatarUrl } = fields;
  const [, type, data] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(typeof avatarUrl === 'string' ? avatarUrl : '') ?? [];
  if (type === undefined || data === undefined || 'userInfo' in fields) return fields;
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return { ...fields, avatarUrl: keep(bytes.buffer, type) };
}
