import type { DrawnDocument } from '../../protocol/documents/drawn-document.ts';
import { writeWord } from '../../protocol/documents/word-list.ts';
import type { BuiltIn } from './component.ts';
import { declaredBy } from './declared.ts';

/** A component's record as `protocol/documents/drawn-documents.ts` has it. */
export function drawnDocumentOf(component: BuiltIn): DrawnDocument {
  const { attributes, events } = declaredBy(component);
  const { options = {}, noEffect = {}, notHere = [] } = component;
  const written = [...attributes].map((name) => writeWord({ name, options: options[name] })).join(' ');
  return {
    ...(written !== '' && { attributes: written }),
    ...(events.size > 0 && { events: [...events].join(' ') }),
    ...(Object.keys(noEffect).length > 0 && { noEffect: Object.keys(noEffect).join(' ') }),
    ...(notHere.length > 0 && { notHere: notHere === 'all' ? '*' : notHere.join(' ') }),
  };
}
