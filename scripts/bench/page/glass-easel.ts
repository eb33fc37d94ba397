import * as glassEasel from 'glass-easel';
import { createPlainSubject } from './list-state.ts';
import type { Subject } from './subject.ts';

/** WeChat's own component framework on the page itself, no sandbox: all rows in one template, or one component each. */
export function createGlassEasel(rowsAsComponents: boolean): Subject {
  const space = new glassEasel.ComponentSpace();
  const backend = new glassEasel.CurrentWindowBackendContext();
  const template = (name: string) => ({ content: glassEaselTemplates[name]?.[''] });
  const row = space.defineComponent({
    is: 'row',
    // No host element of its own: the tree stays the same five elements a row.
    options: { virtualHost: true },
    template: template('row'),
    properties: { row: Object },
  });
  const page = space.defineComponent({
    is: 'page',
    using: { row: row.general() },
    template: template(rowsAsComponents ? 'page-of-components' : 'page'),
    data: { rows: [] },
  });
  const root = glassEasel.Component.createWithContext('body', page.general(), backend);
  const place = document.createElement('span');
  document.body.append(place);
  // Its own type of an element is the DOM's with looser arguments, which TypeScript does not take for the same.
  const own = (element: HTMLElement) => element as unknown as glassEasel.GeneralBackendElement;
  glassEasel.Element.replaceDocumentElement(root, own(document.body), own(place));
  return createPlainSubject(({ data }) => root.setData(data));
}
