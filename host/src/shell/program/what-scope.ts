import { personTexts } from '../account/person-texts.ts';
import { texts } from '../texts.ts';

/** A scope, a message template or the privacy contract, in words. */
export function whatScope(scope: string): string {
  if (scope === 'privacy') return personTexts.privacyScope;
  if (scope.startsWith('template.')) return personTexts.template(scope.slice('template.'.length));
  const what = Object.hasOwn(texts.scopes, scope) ? texts.scopes[scope] : undefined;
  return what ?? texts.scopeUnknown;
}
