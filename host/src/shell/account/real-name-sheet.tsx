import type { ProgramListing } from '../../web/messages.ts';
import { Sheet } from '../components/sheet.tsx';
import { isolated } from '../isolated.ts';
import { moneyTexts as texts } from '../money/money-texts.ts';
import { RealNameForm } from './real-name-form.tsx';

interface RealNameSheetProps {
  readonly program: ProgramListing;
  readonly answer: (given?: boolean) => void;
}

/** What a payment needs first, asked where it is needed. */
export function RealNameSheet({ program, answer }: RealNameSheetProps) {
  const question = texts.realNameAsk(isolated(program.name));
  return (
    <Sheet program={program} label={question} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{question}</p>
          <p className="consent-reason">{texts.realNameWhy}</p>
          <RealNameForm onGiven={() => answer(true)} onCancel={() => answer()} guard={guard} />
        </>
      )}
    </Sheet>
  );
}
