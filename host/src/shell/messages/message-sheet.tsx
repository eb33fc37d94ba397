import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../account/person-texts.ts';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';

interface MessageSheetProps {
  readonly program: ProgramListing;
  readonly title: string;
  readonly text: string;
  readonly answer: () => void;
}

/** Says something, and no more. */
export function MessageSheet({ program, title, text, answer }: MessageSheetProps) {
  return (
    <Sheet program={program} label={title} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{title}</p>
          <p className="sheet-hint">{text}</p>
          <SheetButtons guard={guard} refuse={{ text: texts.close, run: () => answer() }} />
        </>
      )}
    </Sheet>
  );
}
