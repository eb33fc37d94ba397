/** An element with a class and children. Texts become text nodes: nothing a program says is ever parsed as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** A button that submits nothing. `label` is what it is called where it shows no text. */
export function makeButton(
  document: Document,
  className: string,
  press: () => void,
  content: { readonly text?: string; readonly label?: string },
): HTMLButtonElement {
  const button = make(document, 'button', className, content.text ?? '');
  button.type = 'button';
  if (content.label !== undefined) button.setAttribute('aria-label', content.label);
  button.addEventListener('click', press);
  return button;
}
