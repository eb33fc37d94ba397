import { useEffect, useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts } from '../account/person-texts.ts';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import type { QuestionOf } from '../questions.ts';
import { type CodeReader, openCodeReader, readCodeFile } from './code-reader.ts';
import { PictureFile } from './picture-file.tsx';
import { scanTexts as texts } from './scan-texts.ts';
import { ScanView } from './scan-view.tsx';

interface ScanSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'scan'>;
}

/** Reads a code from the camera, or from a picture where the program lets it. */
export function ScanSheet({ program, question: { wish, answer } }: ScanSheetProps) {
  const [reader, setReader] = useState<CodeReader>();
  const [blind, setBlind] = useState(false);
  const { kinds, onlyFromCamera } = wish;
  useEffect(() => {
    const opened = openCodeReader(kinds);
    setReader(opened);
    return () => opened.dispose();
  }, [kinds]);
  const hint = blind
    ? onlyFromCamera
      ? texts.noCameraOnly
      : texts.noCamera
    : onlyFromCamera
      ? texts.aimOnly
      : texts.aim;
  return (
    <Sheet program={program} label={texts.ask} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.ask}</p>
          <p className="sheet-hint">{hint}</p>
          {reader !== undefined && !blind && <ScanView reader={reader} found={answer} failed={() => setBlind(true)} />}
          {reader === undefined || onlyFromCamera ? (
            <SheetButtons guard={guard} refuse={{ text: personTexts.cancel, run: () => answer() }} />
          ) : (
            <PictureFile read={(file) => readCodeFile(reader, file)} taken={answer} problem={texts.nothing}>
              {(open) => (
                <SheetButtons
                  guard={guard}
                  refuse={{ text: personTexts.cancel, run: () => answer() }}
                  agree={{ text: personTexts.choosePicture, run: open }}
                />
              )}
            </PictureFile>
          )}
        </>
      )}
    </Sheet>
  );
}
