import { useState } from 'react';
import type { ShareCard } from '../../providers/index.ts';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../account/person-texts.ts';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import { programOrigin } from './program-origin.ts';
import { scenes } from './scenes.ts';

interface ShareSheetProps {
  readonly program: ProgramListing;
  readonly card: ShareCard;
  readonly answer: () => void;
}

/** The card as it would be sent, and a link that opens it. */
export function ShareSheet({ program, card, answer }: ShareSheetProps) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(linkTo(program.appId, card.path));
    setCopied(true);
  };
  const picture = pictureOf(program.appId, card.imageUrl);
  return (
    <Sheet program={program} label={texts.share} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <div className="share-card">
            {picture !== undefined && <img className="share-picture" src={picture} alt="" />}
            <p className="share-title">{card.title || program.name}</p>
            <p className="share-path">{card.path}</p>
          </div>
          <p className="sheet-hint">{texts.shareNote}</p>
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.close, run: () => answer() }}
            agree={{
              text: copied ? texts.copied : texts.copyLink,
              // A browser without a clipboard shows the path above; nothing more can be done here.
              run: () => void copy().catch(() => undefined),
            }}
          />
        </>
      )}
    </Sheet>
  );
}

/** Opens the page in this shell; where it leads is checked when it is opened. */
function linkTo(appId: string, written: string): string {
  const [path = '', query = ''] = written.replace(/^\/+/, '').split('?', 2);
  const search = new URLSearchParams({ open: appId, path, query, scene: String(scenes.shared) });
  return `${globalThis.location.origin}/?${search}`;
}

/** A picture of the package; others the shell does not load. */
function pictureOf(appId: string, written: string): string | undefined {
  if (written === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) return undefined;
  return `${programOrigin(appId)}/package/${written.replace(/^\/+/, '')}`;
}
