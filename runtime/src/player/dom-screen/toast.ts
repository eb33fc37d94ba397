import type { Toast } from '../screen.ts';
import { make } from './make.ts';

/** Toast and loading: one place in the centre, over the pages. */
export interface ToastView {
  readonly element: HTMLElement;
  draw(toast: Toast | undefined): void;
}

export function createToastView(document: Document): ToastView {
  const element = make(document, 'div', 'toast-layer');
  element.setAttribute('role', 'status');
  element.hidden = true;
  return {
    element,
    draw(toast) {
      element.hidden = toast === undefined;
      element.replaceChildren();
      if (!toast) return;
      element.dataset.mask = String(toast.mask);
      const card = make(document, 'div', 'toast');
      card.dataset.icon = toast.image === undefined ? toast.icon : 'image';
      if (toast.image !== undefined) card.append(picture(document, toast, toast.image));
      else if (toast.icon === 'loading') card.append(make(document, 'span', 'spinner toast-spinner'));
      else if (toast.icon !== 'none') card.append(make(document, 'span', `toast-icon toast-${toast.icon}`));
      card.append(make(document, 'p', 'toast-title', toast.title));
      element.append(card);
    },
  };
}

function picture(document: Document, { assets }: Toast, path: string): HTMLElement {
  const image = make(document, 'img', 'toast-image');
  image.alt = '';
  Promise.resolve(assets.url(path, ''))
    .then((url) => {
      image.src = url;
    })
    // Without its picture a toast still has its text.
    .catch(() => undefined);
  return image;
}
