import type { ProgramListing } from '../../web/messages.ts';
import { closeProgram, closeSheet, openAbout, reloadProgram } from '../actions.ts';
import { texts } from '../texts.ts';
import { Icon, type IconName } from './icons.tsx';
import { Sheet } from './sheet.tsx';

/** What a person can do with the program in front. */
export function MenuSheet({ program }: { readonly program: ProgramListing }) {
  const entries: readonly { readonly icon: IconName; readonly text: string; readonly run: () => void }[] = [
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
              <button
                key={entry.text}
                type="button"
                className="menu-entry"
                aria-disabled={!guard.open}
                onClick={guard.accept(entry.run)}
              >
                <span className="menu-entry-icon">
                  <Icon name={entry.icon} />
                </span>
                {entry.text}
              </button>
            ))}
          </div>
          <button
            type="button"
            className="button sheet-cancel"
            aria-disabled={!guard.open}
            onClick={guard.accept(closeSheet)}
          >
            {texts.cancel}
          </button>
        </>
      )}
    </Sheet>
  );
}
