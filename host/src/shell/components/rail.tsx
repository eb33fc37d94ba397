import { showView } from '../actions.ts';
import { useShell, type View } from '../store.ts';
import { texts } from '../texts.ts';
import { Icon } from './icons.tsx';

const views: readonly Exclude<View, 'wallet' | 'inbox'>[] = ['home', 'tasks', 'me'];

/** Behind which of the rail's places a view lies. */
function placeOf(view: View): View {
  if (view === 'wallet') return 'me';
  return view === 'inbox' ? 'home' : view;
}

/** The way between the shell's own places: at the left, or at the bottom of a narrow window. */
export function Rail() {
  const view = useShell((state) => state.view);
  const front = useShell((state) => state.front);
  const running = useShell((state) => state.running.length);
  const covered = useShell((state) => state.sheet !== undefined);
  return (
    <nav className="rail" aria-label={texts.rail} inert={covered}>
      <span className="rail-mark" aria-hidden="true">
        <Icon name="leaf" size={26} />
      </span>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          className="rail-item"
          aria-current={front === undefined && placeOf(view) === name ? 'page' : undefined}
          onClick={() => showView(name)}
        >
          <Icon name={name} />
          <span>{texts[name]}</span>
          {name === 'tasks' && running > 0 && <span className="rail-count">{running}</span>}
        </button>
      ))}
    </nav>
  );
}
