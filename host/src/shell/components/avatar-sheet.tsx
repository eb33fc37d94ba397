import { useRef, useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../person-texts.ts';
import type { QuestionOf } from '../questions.ts';
import { readPicture } from '../read-picture.ts';
import { Sheet } from './sheet.tsx';
import { SheetButtons } from './sheet-buttons.tsx';

interface AvatarSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'avatar'>;
}

/** The picture of the profile, or one from a file. */
export function AvatarSheet({ program, question: { profile, answer } }: AvatarSheetProps) {
  const file = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const picture = await readPicture(chosen);
    if (picture === undefined) setFailed(true);
    else answer(picture);
  };
  return (
    <Sheet program={program} label={texts.avatarAsk} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.avatarAsk}</p>
          <div className="sheet-choices">
            {profile !== '' && (
              <button type="button" className="sheet-choice" onClick={guard.accept(() => answer(profile))}>
                <img className="avatar" src={profile} alt="" />
                {texts.useProfile}
              </button>
            )}
            <button type="button" className="sheet-choice" onClick={guard.accept(() => file.current?.click())}>
              {texts.fromFile}
            </button>
            <input
              ref={file}
              type="file"
              accept="image/*"
              hidden
              onChange={(event) => void read(event.currentTarget.files?.[0])}
            />
          </div>
          {failed && <p className="sheet-problem">{texts.notAPicture}</p>}
          <SheetButtons guard={guard} refuse={{ text: texts.cancel, run: () => answer() }} />
        </>
      )}
    </Sheet>
  );
}
