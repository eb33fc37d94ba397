import type { Assets } from '../../dom/index.ts';
import type { TabBarItem, TabBarState } from '../screen.ts';
import { make, makeButton } from './make.ts';

/** The bar of tabs below (or above) all tab pages. */
export interface TabBarView {
  readonly element: HTMLElement;
  draw(bar: TabBarState | undefined): void;
}

export function createTabBarView(document: Document, press: (index: number) => void): TabBarView {
  const element = make(document, 'nav', 'tab-bar');
  element.hidden = true;
  return {
    element,
    draw(bar) {
      element.hidden = bar === undefined;
      if (!bar) return;
      element.dataset.position = bar.position;
      element.dataset.borderStyle = bar.borderStyle;
      element.style.backgroundColor = bar.backgroundColor;
      element.replaceChildren(
        ...bar.items.map((item, index) => {
          const selected = index === bar.selected;
          const button = makeButton(document, 'tab', () => press(index), {});
          button.setAttribute('aria-current', selected ? 'page' : 'false');
          button.style.color = selected ? bar.selectedColor : bar.color;
          const path = (selected ? item.selectedIconPath : undefined) ?? item.iconPath;
          button.append(
            make(
              document,
              'span',
              'tab-face',
              ...(path === undefined ? [] : [icon(document, path, bar.assets)]),
              ...mark(document, item),
            ),
            make(document, 'span', 'tab-text', item.text),
          );
          return button;
        }),
      );
    },
  };
}

function icon(document: Document, path: string, assets: Assets): HTMLElement {
  const image = make(document, 'img', 'tab-icon');
  image.alt = '';
  // A missing icon leaves its place empty; the tab is still there to press.
  Promise.resolve(assets.url(path, ''))
    .then((url) => {
      image.src = url;
    })
    .catch(() => undefined);
  return image;
}

function mark(document: Document, { badge, redDot }: TabBarItem): HTMLElement[] {
  if (redDot) return [make(document, 'span', 'tab-dot')];
  if (badge === undefined || badge === '') return [];
  // WeChat shows three figures at most.
  return [make(document, 'span', 'tab-badge', badge.length > 4 ? '…' : badge)];
}
