import { useEffect, useState } from 'react';
import type { InvoiceTitle } from '../../providers/index.ts';
import type { ProgramListing } from '../../web/messages.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import type { QuestionOf } from '../questions.ts';
import { invoiceTexts as texts } from './invoice-texts.ts';
import { emptyInvoiceTitle, InvoiceTitleFields, isInvoiceTitle } from './invoice-title-fields.tsx';
import { addInvoiceTitle, type KeptInvoiceTitle, listInvoiceTitles } from './invoice-titles.ts';
import { personTexts } from './person-texts.ts';

interface InvoiceTitleSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'invoice-title'>;
}

/** One of the person's invoice titles, or a new one that is kept. */
export function InvoiceTitleSheet({ program, question: { answer } }: InvoiceTitleSheetProps) {
  const [kept, setKept] = useState<readonly KeptInvoiceTitle[]>();
  const [fresh, setFresh] = useState<InvoiceTitle>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void listInvoiceTitles().then(setKept);
  }, []);
  const keep = async (title: InvoiceTitle): Promise<void> => {
    if (await addInvoiceTitle(title)) answer(title);
    else setFailed(true);
  };
  const adding = fresh ?? (kept?.length === 0 ? emptyInvoiceTitle : undefined);
  return (
    <Sheet program={program} label={texts.ask} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.ask}</p>
          {adding === undefined ? (
            <div className="sheet-choices">
              {kept?.map(({ id, ...title }) => (
                <GuardedButton
                  key={id}
                  className="sheet-choice sheet-choice-lines"
                  guard={guard}
                  onPress={() => answer(title)}
                >
                  <strong>{title.title}</strong>
                  <span>{[texts.kinds[title.type], title.taxNumber].filter((part) => part !== '').join(' ')}</span>
                </GuardedButton>
              ))}
            </div>
          ) : (
            <InvoiceTitleFields value={adding} onChange={setFresh} />
          )}
          {failed && (
            <p className="sheet-problem" role="alert">
              {personTexts.problem}
            </p>
          )}
          <SheetButtons
            guard={guard}
            refuse={{ text: personTexts.cancel, run: () => answer() }}
            agree={
              adding === undefined
                ? { text: texts.add, run: () => setFresh(emptyInvoiceTitle) }
                : { text: personTexts.useThis, disabled: !isInvoiceTitle(adding), run: () => void keep(adding) }
            }
          />
        </>
      )}
    </Sheet>
  );
}
