import { useState } from 'react';
import type { NoticeKind } from '../../providers/index.ts';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../account/person-texts.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import { isolated } from '../isolated.ts';
import type { QuestionOf } from '../questions.ts';
import { messageTexts } from './message-texts.ts';

const nameOf = ({ id, title }: NoticeKind): string =>
  title === '' ? texts.template(id) : messageTexts.kind(isolated(title));

interface SubscriptionsSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'subscriptions'>;
}

/** Which notices a program may send, one by one. */
export function SubscriptionsSheet({ program, question: { kinds, answer } }: SubscriptionsSheetProps) {
  const [chosen, setChosen] = useState<readonly string[]>(kinds.map(({ id }) => id));
  const [always, setAlways] = useState(false);
  const title = texts.subscribeAsk(isolated(program.name));
  return (
    <Sheet program={program} label={title} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{title}</p>
          <ul className="switches">
            {kinds
              .map((kind) => [kind.id, nameOf(kind)] as const)
              .map(([id, name]) => (
                <li key={id}>
                  <span>{name}</span>
                  <GuardedButton
                    role="switch"
                    className="switch"
                    aria-checked={chosen.includes(id)}
                    aria-label={name}
                    guard={guard}
                    onPress={() =>
                      setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
                    }
                  />
                </li>
              ))}
          </ul>
          <p className="sheet-hint">{messageTexts.alwaysHint}</p>
          <label className="always">
            <input type="checkbox" checked={always} onChange={(event) => setAlways(event.currentTarget.checked)} />
            {messageTexts.always}
          </label>
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.refuse, run: () => answer({ accepted: [], always }) }}
            agree={{ text: texts.allow, run: () => answer({ accepted: chosen, always }) }}
          />
        </>
      )}
    </Sheet>
  );
}
