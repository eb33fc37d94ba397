import type { Json } from '../../protocol/index.ts';
import { inlineStyle } from '../inline-style.ts';
import { textContent } from '../text-content.ts';
import type { BuiltIn, ComponentContext } from './component.ts';
import { type RichNode, readRichNodes } from './rich-nodes.ts';

/** Formatted text, given as nodes or as HTML. What it may hold is in rich-nodes.ts; it raises no events of its own. */
export const richText: BuiltIn = {
  tag: 'rich-text',
  reflected: ['mode'],
  flags: ['user-select'],
  attributes: ['nodes', 'space'],
  options: { space: ['ensp', 'emsp', 'nbsp'] },
  style:
    'wx-rich-text{display:block;overflow-wrap:break-word}wx-rich-text[mode=inline-block]{display:inline-block}' +
    'wx-rich-text[user-select]{-webkit-user-select:text;user-select:text}' +
    'wx-rich-text[user-select]{-webkit-touch-callout:default}' +
    // A picture never makes the page wider than it is.
    'wx-rich-text img{max-width:100%;vertical-align:bottom}wx-rich-text[mode=web] img{vertical-align:baseline}' +
    'wx-rich-text img:not([src]){visibility:hidden}wx-rich-text table{border-collapse:separate}' +
    'wx-rich-text a{color:inherit}wx-rich-text pre{white-space:pre-wrap}' +
    'wx-rich-text fieldset{border-color:var(--tr-line)}wx-rich-text hr{border:0;border-top:1px solid var(--tr-line)}' +
    'wx-rich-text mark{background-color:#fbe7a1;color:#1c211e}',
  create(context) {
    const { attribute, host } = context;
    let generation = 0;
    let waiting = false;
    const draw = (): void => {
      generation += 1;
      const { nodes, tooMuch } = readRichNodes(attribute('nodes') ?? [], context.window);
      if (tooMuch) context.warn('its nodes are too many, too deep or too long; the rest of them is not drawn');
      const current = generation;
      host.replaceChildren(...build(nodes, context, () => current === generation));
    };
    return {
      update() {
        // Both attributes may change in one batch: one drawing answers them.
        if (waiting) return;
        waiting = true;
        queueMicrotask(() => {
          if (!waiting) return;
          waiting = false;
          draw();
        });
      },
      ready() {
        waiting = false;
        draw();
      },
      dispose() {
        waiting = false;
        generation += 1;
      },
    };
  },
};

function build(nodes: readonly RichNode[], context: ComponentContext, current: () => boolean): Node[] {
  const { document, attribute } = context;
  const space: Json | undefined = attribute('space');
  return nodes.map((node) => {
    if ('text' in node) return document.createTextNode(textContent(node.text, false, space));
    const element = document.createElement(node.name);
    for (const [name, value] of node.attributes) {
      if (name === 'class') element.setAttribute('class', context.classNames(value));
      else if (name === 'style') element.style.cssText = inlineStyle(value);
      else if (name === 'src') loadPicture(element, value, context, current);
      else element.setAttribute(name, value.trim());
    }
    if (node.name === 'img' && !node.attributes.has('alt')) element.setAttribute('alt', '');
    element.append(...build(node.children, context, current));
    return element;
  });
}

/** A file of the package, or an address that the page's policy lets through. Others stay away. */
function loadPicture(element: HTMLElement, path: string, context: ComponentContext, current: () => boolean): void {
  context.asset(path.trim()).then(
    (url) => {
      if (current()) element.setAttribute('src', url);
    },
    () => undefined,
  );
}
