import type { ProgramListing } from '../../web/messages.ts';
import { personTexts } from '../account/person-texts.ts';
import {
  closeProgram,
  closeSheet,
  openAbout,
  openFeedback,
  openSettings,
  reloadProgram,
  shareFromMenu,
} from '../actions.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Icon, type IconName } from '../components/icons.tsx';
import { Sheet } from '../components/sheet.tsx';
import { useShell } from '../store.ts';
import { texts } from '../texts.ts';

interface Entry {
  readonly icon: IconName;
  readonly text: string;
  readonly run: () => void;
}

/** What a person can do with the program in front. */
export function MenuSheet({ program }: { readonly program: ProgramListing }) {
  const sharing = useShell((state) => state.running.find(({ appId }) => appId === program.appId)?.sharing === true);
  const share: readonly Entry[] = sharing
    ? [{ icon: 'share', text: personTexts.share, run: () => shareFromMenu(program.appId) }]
    : [];
  const entries: readonly Entry[] = [
    ...share,
    { icon: 'settings', text: personTexts.settings, run: () => openSettings(program.appId) },
    { icon: 'note', text: personTexts.feedback, run: () => openFeedback(program.appId) },
    { icon: 'info', text: texts.moreInfo, run: () => openAbout(program.appId) },
    {
      icon: 'reload',
      text: texts.reload,
      run: () => {
        closeSheet();
        void reloadProgram(program.appId, 'from-start');
      },
    },
    {
      icon: 'close',
      text: texts.closeProgram,
      run: () => {
        closeSheet();
        closeProgram(program.appId);
      },
    },
  ];
  return (
    <Sheet program={program} label={texts.menu} onDismiss={closeSheet}>
      {(guard) => (
        <>
          <div className="menu-entries">
            {entries.map((entry) => (
              <GuardedButton key={entry.text} className="menu-entry" guard={guard} onPress={entry.run}>
                <span className="menu-entry-icon">
                  <Icon name={entry.icon} />
                </span>
                {entry.text}
              </GuardedButton>
            ))}
          </div>
          <GuardedButton className="button sheet-cancel" guard={guard} onPress={closeSheet}>
            {texts.cancel}
          </GuardedButton>
        </>
      )}
    </Sheet>
  );
}
