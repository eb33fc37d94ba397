import { bringToFront, closeProgram, showView } from '../actions.ts';
import { ProgramIcon } from '../program/program-icon.tsx';
import { scenes } from '../program/scenes.ts';
import { type RunningProgram, useShell } from '../store.ts';
import { texts } from '../texts.ts';
import { Icon } from './icons.tsx';
import { Notice } from './notice.tsx';

/** What is open, most recent first: go back to it, or close it. */
export function Tasks() {
  const running = useShell((state) => state.running);
  const recents = useShell((state) => state.preferences.recents);
  if (running.length === 0) {
    return (
      <Notice
        icon="tasks"
        title={texts.noTasks}
        hint={texts.noTasksHint}
        action={{ text: texts.goHome, run: () => showView('home') }}
      />
    );
  }
  const rank = (program: RunningProgram): number => recents.indexOf(program.appId);
  return (
    <div className="tasks">
      <h1 className="place-title">{texts.tasks}</h1>
      <ul className="task-list">
        {running
          .toSorted((a, b) => rank(a) - rank(b))
          .map((program) => (
            <TaskCard key={program.appId} program={program} />
          ))}
      </ul>
    </div>
  );
}

function TaskCard({ program }: { readonly program: RunningProgram }) {
  const listing = useShell((state) => state.programs?.find((found) => found.appId === program.appId));
  const name = listing?.name ?? program.appId;
  const state = program.phase === 'failed' ? texts.stopped : program.phase === 'ready' ? texts.running : texts.starting;
  return (
    <li className="task" data-app={program.appId} data-phase={program.phase}>
      <button type="button" className="task-open" onClick={() => bringToFront(program.appId, scenes.tasks)}>
        <ProgramIcon appId={program.appId} name={name} icon={listing?.icon} digest={listing?.digest ?? ''} size={44} />
        <span className="program-row-words">
          <span className="program-row-name">{name}</span>
          <span className="program-row-description">
            {program.title === '' || program.title === name ? state : `${state} · ${program.title}`}
          </span>
        </span>
      </button>
      <button
        type="button"
        className="task-close"
        aria-label={texts.closeNamed(name)}
        onClick={() => closeProgram(program.appId)}
      >
        <Icon name="close" size={18} />
      </button>
    </li>
  );
}
