import { useRef, useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../person-texts.ts';
import type { QuestionOf } from '../questions.ts';
import { readCode } from '../read-code.ts';
import { Sheet } from './sheet.tsx';
import { SheetButtons } from './sheet-buttons.tsx';

interface ScanSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'scan'>;
}

/** Reads a code from a picture. */
export function ScanSheet({ program, question: { answer } }: ScanSheetProps) {
  const file = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const code = await readCode(chosen);
    if (code === undefined) setFailed(true);
    else answer(code);
  };
  return (
    <Sheet program={program} label={texts.scanAsk} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.scanAsk}</p>
          <p className="sheet-hint">{texts.scanHint}</p>
          {failed && <p className="sheet-problem">{texts.scanNothing}</p>}
          <input
            ref={file}
            type="file"
            accept="image/*"
            hidden
            onChange={(event) => void read(event.currentTarget.files?.[0])}
          />
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.cancel, run: () => answer() }}
            agree={{ text: texts.choosePicture, run: () => file.current?.click() }}
          />
        </>
      )}
    </Sheet>
  );
}
