import type { NavigationBar } from '../screen.ts';
import { make, makeButton } from './make.ts';
import type { Words } from './words.ts';

/** The bar above one page. It leaves the capsule's rectangle free: the host draws that above this window. */
export interface NavigationBarView {
  readonly element: HTMLElement;
  draw(bar: NavigationBar): void;
}

export function createNavigationBar(
  document: Document,
  words: Words,
  press: (what: 'back' | 'home') => void,
): NavigationBarView {
  const back = makeButton(document, 'navigation-button navigation-back', () => press('back'), { label: words.back });
  const home = makeButton(document, 'navigation-button navigation-home', () => press('home'), { label: words.home });
  const spinner = make(document, 'span', 'spinner navigation-spinner');
  spinner.setAttribute('role', 'progressbar');
  spinner.setAttribute('aria-label', words.loading);
  const title = make(document, 'h1', 'navigation-title');
  const heading = make(document, 'div', 'navigation-heading', spinner, title);
  const element = make(document, 'header', 'navigation-bar', back, home, heading);
  return {
    element,
    draw(bar) {
      element.hidden = bar.custom;
      element.dataset.textStyle = bar.textStyle;
      // Only a colour is accepted as this property: no address of the program's choosing can be loaded by it.
      element.style.setProperty('transition', bar.animationMs > 0 ? `background-color ${bar.animationMs}ms` : 'none');
      element.style.backgroundColor = bar.backgroundColor;
      title.textContent = bar.title;
      spinner.hidden = !bar.loading;
      back.hidden = !bar.back;
      home.hidden = !bar.home;
    },
  };
}
