import { useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { isolated } from '../isolated.ts';
import { personTexts as texts } from '../person-texts.ts';
import type { QuestionOf } from '../questions.ts';
import { Sheet } from './sheet.tsx';
import { SheetButtons } from './sheet-buttons.tsx';

interface SubscriptionsSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'subscriptions'>;
}

/** Which notices a program may send, one by one. */
export function SubscriptionsSheet({ program, question: { templates, answer } }: SubscriptionsSheetProps) {
  const [chosen, setChosen] = useState<readonly string[]>(templates);
  const title = texts.subscribeAsk(isolated(program.name));
  return (
    <Sheet program={program} label={title} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{title}</p>
          <ul className="switches">
            {templates.map((id) => (
              <li key={id}>
                <span>{texts.template(id)}</span>
                <button
                  type="button"
                  role="switch"
                  className="switch"
                  aria-checked={chosen.includes(id)}
                  aria-label={texts.template(id)}
                  aria-disabled={!guard.open}
                  onClick={guard.accept(() =>
                    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]),
                  )}
                />
              </li>
            ))}
          </ul>
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.refuse, run: () => answer([]) }}
            agree={{ text: texts.allow, run: () => answer(chosen) }}
          />
        </>
      )}
    </Sheet>
  );
}
