import type { ProgramListing } from '../../web/messages.ts';
import { answerConsent } from '../actions.ts';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import type { Consent } from '../store.ts';
import { texts } from '../texts.ts';

interface ConsentSheetProps {
  readonly program: ProgramListing;
  readonly consent: Consent;
}

/** Asks the person once for a scope. The program's reason is quoted and marked as its own words. */
export function ConsentSheet({ program, consent }: ConsentSheetProps) {
  const what = Object.hasOwn(texts.scopes, consent.scope) ? texts.scopes[consent.scope] : undefined;
  const question = texts.wants(program.name, what ?? texts.scopeUnknown);
  return (
    <Sheet program={program} label={question} onDismiss={() => answerConsent('closed')}>
      {(guard) => (
        <>
          <p className="consent-question">{question}</p>
          {consent.reason !== undefined && (
            <p className="consent-reason">
              {texts.itsReason}: <q>{consent.reason}</q>
            </p>
          )}
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.refuse, run: () => answerConsent('refused') }}
            agree={{ text: texts.allow, run: () => answerConsent('granted') }}
          />
        </>
      )}
    </Sheet>
  );
}
