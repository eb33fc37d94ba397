import type { ProgramListing } from '../../web/messages.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import { PictureFile } from '../media/picture-file.tsx';
import type { QuestionOf } from '../questions.ts';
import { personTexts as texts } from './person-texts.ts';
import { readPicture } from './read-picture.ts';

interface AvatarSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'avatar'>;
}

/** The picture of the profile, or one from a file. */
export function AvatarSheet({ program, question: { profile, answer } }: AvatarSheetProps) {
  return (
    <Sheet program={program} label={texts.avatarAsk} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.avatarAsk}</p>
          <div className="sheet-choices">
            {profile !== '' && (
              <GuardedButton guard={guard} className="sheet-choice" onPress={() => answer(profile)}>
                <img className="avatar" src={profile} alt="" />
                {texts.useProfile}
              </GuardedButton>
            )}
            <PictureFile read={readPicture} taken={answer} problem={texts.notAPicture}>
              {(open) => (
                <GuardedButton guard={guard} className="sheet-choice" onPress={open}>
                  {texts.fromFile}
                </GuardedButton>
              )}
            </PictureFile>
          </div>
          <SheetButtons guard={guard} refuse={{ text: texts.cancel, run: () => answer() }} />
        </>
      )}
    </Sheet>
  );
}
