import { textOf } from '../../view/index.ts';
import type { ComponentContext } from './component.ts';

/** Shows the attribute `poster` on `element`, anew at each call. A picture that comes too late is not shown. */
export function createPoster({ attribute, asset }: ComponentContext, element: HTMLElement): () => void {
  const wanted = () => textOf(attribute('poster')).trim();
  let generation = 0;
  return () => {
    generation += 1;
    const own = generation;
    const path = wanted();
    element.style.backgroundImage = '';
    if (path === '') return;
    asset(path).then(
      (url) => {
        if (own === generation) element.style.backgroundImage = `url(${JSON.stringify(url)})`;
      },
      () => undefined,
    );
  };
}
