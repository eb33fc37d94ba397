import { useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../account/person-texts.ts';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import type { QuestionOf } from '../questions.ts';

interface FeedbackSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'feedback'>;
}

const mostCharacters = 1_000;

/** Some lines for the maker of the program. */
export function FeedbackSheet({ program, question: { answer } }: FeedbackSheetProps) {
  const [text, setText] = useState('');
  return (
    <Sheet program={program} label={texts.feedback} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.feedback}</p>
          <p className="sheet-hint">{texts.feedbackHint}</p>
          <textarea
            className="field"
            rows={4}
            maxLength={mostCharacters}
            aria-label={texts.feedback}
            placeholder={texts.feedbackText}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.cancel, run: () => answer() }}
            agree={{ text: texts.send, disabled: text.trim() === '', run: () => answer(text.trim()) }}
          />
        </>
      )}
    </Sheet>
  );
}
