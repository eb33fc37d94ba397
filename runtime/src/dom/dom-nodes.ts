/** Node kinds by number: `instanceof` fails across realms, and every node here belongs to a frame's. */
export function isElement(node: Node | null | undefined): node is HTMLElement {
  return node?.nodeType === 1;
}

export function isText(node: Node | null | undefined): node is Text {
  return node?.nodeType === 3;
}
