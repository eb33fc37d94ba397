import { useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { launchProgram, loadPrograms, showView } from '../actions.ts';
import { unreadOf } from '../messages/inbox-client.ts';
import { messageTexts } from '../messages/message-texts.ts';
import { ProgramIcon } from '../program/program-icon.tsx';
import { scenes } from '../program/scenes.ts';
import { useShell } from '../store.ts';
import { texts } from '../texts.ts';
import { useLate } from '../use-late.ts';
import { Icon } from './icons.tsx';
import { Notice } from './notice.tsx';

/** The phone's home: search, recent programs, all programs. */
export function Launcher() {
  const programs = useShell((state) => state.programs);
  const reachable = useShell((state) => state.reachable);
  const recents = useShell((state) => state.preferences.recents);
  const notice = useShell((state) => state.notice);
  const [words, setWords] = useState('');
  if (programs === undefined) return reachable ? <LauncherSkeleton /> : <Unreachable />;
  if (programs.length === 0) return <Notice icon="leaf" title={texts.noPrograms} hint={texts.noProgramsHint} />;

  const found = programs.filter((program) => matches(program, words));
  const recent = recents.flatMap((appId) => programs.find((program) => program.appId === appId) ?? []);
  const searching = words.trim() !== '';
  const scene = searching ? scenes.search : scenes.launcher;
  return (
    <div className="launcher">
      <div className="place-title-row">
        <h1 className="place-title">{texts.greeting}</h1>
        <Bell />
      </div>
      {!reachable && <p className="place-notice">{texts.unreachable}</p>}
      {notice !== undefined && (
        <p className="place-notice" role="status">
          {notice}
        </p>
      )}
      <label className="search">
        <Icon name="search" size={18} />
        <input
          type="search"
          value={words}
          placeholder={texts.search}
          aria-label={texts.search}
          onChange={(event) => setWords(event.target.value)}
        />
        {searching && (
          <button type="button" className="search-clear" aria-label={texts.clearSearch} onClick={() => setWords('')}>
            <Icon name="clear" size={18} />
          </button>
        )}
      </label>
      {!searching && recent.length > 0 && (
        <section aria-label={texts.recent}>
          <h2 className="place-heading">{texts.recent}</h2>
          <ul className="recents">
            {recent.slice(0, 4).map((program) => (
              <li key={program.appId}>
                <button type="button" className="recent" onClick={() => launchProgram(program.appId, { scene })}>
                  <ProgramIcon {...program} size={52} />
                  <span>{program.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={texts.programs}>
        {!searching && <h2 className="place-heading">{texts.programs}</h2>}
        {found.length === 0 ? (
          <p className="nothing-found">{texts.nothingFound(words.trim())}</p>
        ) : (
          <ul className="programs">
            {found.map((program) => (
              <li key={`${program.appId}/${program.folder}`}>
                <ProgramRow program={program} onOpen={() => launchProgram(program.appId, { scene })} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** The way to notices and answers, with how many are new. */
function Bell() {
  const unread = useShell((state) => unreadOf(state.inbox));
  const signedIn = useShell((state) => Boolean(state.account));
  if (!signedIn) return null;
  return (
    <button
      type="button"
      className="bell"
      aria-label={unread > 0 ? messageTexts.unread(unread) : messageTexts.messages}
      onClick={() => showView('inbox')}
    >
      <Icon name="bell" />
      {unread > 0 && <span className="inbox-count">{unread}</span>}
    </button>
  );
}

function ProgramRow({ program, onOpen }: { readonly program: ProgramListing; readonly onOpen: () => void }) {
  return (
    <button type="button" className="program-row" data-app={program.appId} onClick={onOpen}>
      <ProgramIcon {...program} size={44} />
      <span className="program-row-words">
        <span className="program-row-name">{program.name}</span>
        <span className="program-row-description">{program.description ?? folderName(program.folder)}</span>
      </span>
      {program.problems.length > 0 && <span className="mark-problem">{texts.doesNotBuild}</span>}
    </button>
  );
}

function folderName(folder: string): string {
  return folder.split(/[\\/]/).at(-1) ?? folder;
}

function matches(program: ProgramListing, words: string): boolean {
  const text =
    `${program.name} ${program.description ?? ''} ${program.appId} ${folderName(program.folder)}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function LauncherSkeleton() {
  const late = useLate();
  if (!late) return null;
  return (
    <div className="launcher" aria-busy="true">
      <h1 className="place-title">{texts.greeting}</h1>
      <div className="skeleton skeleton-search" />
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="skeleton-row">
          <div className="skeleton skeleton-icon" />
          <div className="skeleton skeleton-words" />
        </div>
      ))}
    </div>
  );
}

function Unreachable() {
  return (
    <Notice
      icon="leaf"
      title={texts.unreachable}
      hint={texts.unreachableHint}
      action={{ text: texts.again, run: () => void loadPrograms() }}
    />
  );
}
