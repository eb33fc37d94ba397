import { isArray, isFunction, isObject, ownKeys } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';

/** A program's own timers are the same ones. */
declare function setTimeout(run: () => void, delayMs: number): number;

/** Documented: after this long the content that came without the promise is shared. */
const waitMs = 3_000;

/** Something is to be shared, by a button of the page or from the host's menu: asks the page on top what. */
export function shareWhenAsked(link: WxLink): void {
  link.onNotify('share', (asked) => {
    if (!isObject(asked)) return;
    const pages = link.pages();
    const page = pages[pages.length - 1];
    if (!isObject(page)) return;
    const handler = page.onShareAppMessage;
    if (!isFunction(handler)) {
      link.tell('shareAppMessage', { unavailable: true });
      return;
    }
    const options = { from: asked.from === 'button' ? 'button' : 'menu', target: targetOf(link, asked.target) };
    const content = link.guard('onShareAppMessage', () => handler.call(page, options));
    const plain = isObject(content) ? content : {};
    let sent = false;
    const send = (chosen: unknown): void => {
      if (sent) return;
      sent = true;
      const { title, path, imageUrl } = { ...plain, ...(isObject(chosen) ? chosen : {}) };
      link.tell('shareAppMessage', {
        title: title === undefined ? '' : String(title),
        path: path === undefined ? ownPath(link, page) : String(path),
        imageUrl: imageUrl === undefined ? '' : String(imageUrl),
      });
    };
    const { promise: waits } = plain;
    if (!isObject(waits) || !isFunction(waits.then)) {
      send(plain);
      return;
    }
    waits.then(send, () => send(plain));
    setTimeout(() => send(plain), waitMs);
  });
}

/** The button, as an event's target says it. */
function targetOf(link: WxLink, given: unknown): unknown {
  if (!isObject(given)) return undefined;
  const { page, block, node, id } = given;
  return { id: String(id ?? ''), ...link.nodeData(Number(page), Number(block), Number(node)) };
}

/** Documented default: the page as it is, with its parameters. */
function ownPath(link: WxLink, page: Record<string, unknown>): string {
  const query = isObject(page.options) && !isArray(page.options) ? page.options : {};
  const search = ownKeys(query)
    .map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(String(query[key]))}`)
    .join('&');
  return search === '' ? link.topRoute() : `${link.topRoute()}?${search}`;
}
