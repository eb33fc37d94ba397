import type { WebView } from '../screen.ts';
import { make } from './make.ts';
import type { Words } from './words.ts';

/** The web page a `web-view` shows, beside the page's own frame: nothing could run inside that one. */
export interface WebViewFrame {
  readonly element: HTMLElement;
  dispose(): void;
}

/**
 * What the web page may do: run its own scripts on its own origin. It cannot leave its frame, open windows, or reach
 * this window other than by messages.
 */
const powers = 'allow-scripts allow-same-origin allow-forms';

export function createWebViewFrame(container: HTMLElement, view: WebView, words: Words): WebViewFrame {
  const { ownerDocument: document } = container;
  const { address } = view;
  const element = make(document, 'div', 'web-view');
  container.append(element);
  const refuse = (why: string): void => {
    const page = make(
      document,
      'section',
      'web-view-refused',
      make(document, 'h1', 'failure-title', words.notShown),
      make(document, 'p', 'failure-hint', words.notDeclared),
      make(document, 'p', 'failure-message', why),
    );
    page.setAttribute('role', 'alert');
    element.replaceChildren(page);
  };
  const ends = new AbortController();
  const { signal } = ends;
  if ('refused' in address) {
    refuse(address.refused);
    return { element, dispose: () => element.remove() };
  }
  const frame = make(document, 'iframe', 'web-view-frame');
  frame.setAttribute('sandbox', powers);
  frame.setAttribute('allow', 'fullscreen');
  frame.referrerPolicy = 'no-referrer';
  frame.title = new URL(address.url).host;
  let blocked = false;
  // The policy of this document names the hosts; a link of the web page that leads elsewhere ends here.
  document.addEventListener(
    'securitypolicyviolation',
    (event) => {
      if (event.effectiveDirective !== 'frame-src' || blocked) return;
      blocked = true;
      refuse(event.blockedURI);
      view.blocked(event.blockedURI);
    },
    { signal },
  );
  document.defaultView?.addEventListener(
    'message',
    (event) => {
      if (event.source === frame.contentWindow && event.source !== null) view.message(event.data);
    },
    { signal },
  );
  frame.addEventListener('load', () => {
    if (!blocked) view.loaded();
  });
  frame.src = address.url;
  element.append(frame);
  return {
    element,
    dispose() {
      ends.abort();
      element.remove();
    },
  };
}
