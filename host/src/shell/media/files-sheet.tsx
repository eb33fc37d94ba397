import { useRef, useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import type { QuestionOf } from '../questions.ts';
import { CameraView } from './camera-view.tsx';
import { mediaTexts as texts } from './media-texts.ts';

interface FilesSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'files'>;
}

/** Files for a program: from the browser's own chooser, or taken with the camera now. */
export function FilesSheet({ program, question: { wish, answer } }: FilesSheetProps) {
  const input = useRef<HTMLInputElement>(null);
  const [taking, setTaking] = useState<'image' | 'video'>();
  const [fullSize, setFullSize] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { kinds, count } = wish;
  const title = texts.filesAsk(kinds, count);
  const compress = wish.size === 'compressed' || (wish.size === 'ask' && !fullSize);
  const choose = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    const fitting = files.filter(fits(wish));
    if (files.length > 0 && fitting.length === 0) setProblem(texts.wrongKind);
    else if (fitting.length > count) setProblem(texts.tooMany(count));
    else if (fitting.length > 0) answer({ files: fitting, compress });
  };
  const take = (kind: 'image' | 'video') => {
    setProblem(undefined);
    setTaking(kind);
  };
  return (
    <Sheet program={program} label={title} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{title}</p>
          {taking !== undefined && (
            <CameraView
              guard={guard}
              kind={taking}
              facing={wish.facing}
              maxSeconds={wish.maxSeconds}
              taken={(file) => answer({ files: [file], compress })}
              failed={() => {
                setTaking(undefined);
                setProblem(texts.noCamera);
              }}
            />
          )}
          {taking === undefined && (
            <div className="sheet-choices">
              {wish.camera && kinds.includes('image') && (
                <GuardedButton className="sheet-choice" guard={guard} onPress={() => take('image')}>
                  {texts.takePicture}
                </GuardedButton>
              )}
              {wish.camera && kinds.includes('video') && (
                <GuardedButton className="sheet-choice" guard={guard} onPress={() => take('video')}>
                  {texts.takeVideo}
                </GuardedButton>
              )}
              {wish.album && (
                <GuardedButton className="sheet-choice" guard={guard} onPress={() => input.current?.click()}>
                  {texts.fromFiles}
                </GuardedButton>
              )}
              <input
                ref={input}
                type="file"
                accept={accepted(wish)}
                multiple={count > 1}
                hidden
                onChange={(event) => choose(event.currentTarget.files)}
              />
            </div>
          )}
          {wish.size === 'ask' && (
            <label className="files-full">
              <input type="checkbox" checked={fullSize} onChange={guard.accept(() => setFullSize(!fullSize))} />
              {texts.fullSize}
            </label>
          )}
          {problem !== undefined && (
            <p className="sheet-problem" role="alert">
              {problem}
            </p>
          )}
          <SheetButtons guard={guard} refuse={{ text: texts.cancel, run: () => answer() }} />
        </>
      )}
    </Sheet>
  );
}

type Wish = QuestionOf<'files'>['wish'];

/** For the browser's chooser, which is only a suggestion to the person. */
function accepted({ kinds, endings }: Wish): string {
  if (endings.length > 0) return endings.map((ending) => `.${ending}`).join(',');
  return kinds.includes('file') ? '' : kinds.map((kind) => `${kind}/*`).join(',');
}

const fits =
  ({ kinds, endings }: Wish) =>
  (file: File): boolean => {
    if (endings.length > 0) return endings.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`));
    return kinds.includes('file') || kinds.some((kind) => file.type.startsWith(`${kind}/`));
  };
