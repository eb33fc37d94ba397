import * as v from 'valibot';
import type { PaintedEvent } from '../dom/index.ts';
import type { Json } from '../protocol/json.ts';
import { jsonSchema } from '../protocol/json.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { HostMessage } from '../protocol/messages.ts';
import type { Page } from './page.ts';
import { webViewAddress } from './web-view-address.ts';

const text = v.optional(v.fallback(v.optional(v.string()), undefined));
const metaDetail = v.object({
  backgroundColor: text,
  backgroundTextStyle: v.fallback(v.optional(v.picklist(['dark', 'light'])), undefined),
});
const barDetail = v.object({
  title: text,
  loading: v.fallback(v.optional(v.boolean()), undefined),
  frontColor: text,
  backgroundColor: text,
  duration: v.fallback(v.number(), 0),
});
const fullScreenDetail = v.object({ on: v.boolean() });
const pictureDetail = v.object({ src: v.string(), url: v.string() });
const webViewDetail = v.object({ src: v.string() });
const posted = v.object({ type: v.literal('miniProgram.postMessage'), data: v.optional(v.unknown(), null) });

/** What a web page posts is kept until its page leaves; a page that posts more than this loses the oldest. */
const mostPosts = 100;

/** Elements that speak for their page: `page-meta`, `navigation-bar`, `web-view`, and a video that fills the screen. */
export interface PageElements {
  /** Acts on an event that such an element raised. False for all others. */
  hear(page: Page, event: PaintedEvent): boolean;
  /** The page is about to close: the last that its web page is heard of. */
  leaving(page: Page): void;
}

export function createPageElements(options: {
  readonly manifest: Manifest;
  /** Origin of the player; `''` where it has none. */
  readonly home: string;
  /** The menu of a picture that was pressed long. */
  offerPicture(src: string, url: string, page: Page): void;
  deliver(message: HostMessage): void;
  warning(message: string): void;
}): PageElements {
  const { manifest, home, offerPicture, deliver, warning } = options;
  const posts = new WeakMap<Page, { readonly at: PaintedEvent; data: Json[] }>();

  const tell = (page: Page, at: PaintedEvent, type: string, detail: Json) =>
    deliver({ kind: 'event', page: page.id, ...at, type, detail, bubbles: false });

  const leaving = (page: Page): void => {
    const waiting = posts.get(page);
    posts.delete(page);
    if (waiting && waiting.data.length > 0) tell(page, waiting.at, 'message', { data: waiting.data });
  };

  const showWeb = (page: Page, event: PaintedEvent): void => {
    const { src } = v.parse(webViewDetail, event.detail);
    leaving(page);
    if (src === '') {
      page.surface.setWebView(undefined);
      return;
    }
    const address = webViewAddress(src, manifest, home);
    const fail = (url: string, why: string) => {
      warning(`web-view of ${page.route} shows nothing: ${why}`);
      tell(page, event, 'error', { url, fullUrl: url, src: url, errMsg: `web-view:fail ${why}` });
    };
    const data: Json[] = [];
    posts.set(page, { at: event, data });
    page.surface.setWebView({
      address,
      loaded: () => tell(page, event, 'load', { src }),
      blocked: (url) => fail(url, `${url}: not among the program’s webView domains.`),
      message(given) {
        const parsed = v.safeParse(posted, given);
        const value = v.safeParse(jsonSchema, parsed.success ? parsed.output.data : undefined);
        if (!parsed.success || !value.success) return;
        data.push(value.output);
        if (data.length > mostPosts) data.shift();
      },
    });
    if ('refused' in address) fail(src, address.refused);
  };

  return {
    leaving,
    hear(page, event) {
      switch (event.type) {
        case 'page-meta': {
          const { backgroundColor: color, backgroundTextStyle: textStyle } = v.parse(metaDetail, event.detail);
          page.setBackground({ ...(color !== undefined && { color }), ...(textStyle !== undefined && { textStyle }) });
          return true;
        }
        case 'navigation-bar': {
          const { title, loading, frontColor, backgroundColor, duration } = v.parse(barDetail, event.detail);
          const textStyle = frontColor?.toLowerCase() === '#ffffff' ? 'white' : 'black';
          page.setBar({
            ...(title !== undefined && { title }),
            ...(loading !== undefined && { loading }),
            ...(frontColor !== undefined && { textStyle }),
            ...(backgroundColor !== undefined && { backgroundColor, animationMs: duration }),
          });
          return true;
        }
        case 'full-screen':
          page.surface.setFullScreen(v.parse(fullScreenDetail, event.detail).on);
          return true;
        case 'picture-menu': {
          const { src, url } = v.parse(pictureDetail, event.detail);
          offerPicture(src, url, page);
          return true;
        }
        case 'web-view':
          showWeb(page, event);
          return true;
        default:
          return false;
      }
    },
  };
}
