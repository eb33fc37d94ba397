import { bringToFront } from '../actions.ts';
import { Icon } from '../components/icons.tsx';
import { ProgramIcon } from '../program/program-icon.tsx';
import { scenes } from '../program/scenes.ts';
import { controlSound } from '../program/sessions.ts';
import { useShell } from '../store.ts';
import { soundTexts as texts } from './sound-texts.ts';

/** On the shell's own places, what programs play: back to them, pause, stop. Another program is not covered by it. */
export function MiniPlayer() {
  const running = useShell((state) => state.running);
  const front = useShell((state) => state.front);
  const programs = useShell((state) => state.programs);
  const covered = useShell((state) => state.sheet !== undefined);
  const playing = running.filter(({ sound }) => sound !== undefined);
  if (front !== undefined || playing.length === 0) return null;
  return (
    <section className="mini-player" aria-label={texts.plays} inert={covered}>
      {playing.map(({ appId, sound }) => {
        const listing = programs?.find((program) => program.appId === appId);
        if (sound === undefined || listing === undefined) return null;
        const title = sound.title === '' ? listing.name : sound.title;
        const [words, icon, action] = sound.playing
          ? ([texts.pause(title), 'pause', 'pause'] as const)
          : ([texts.play(title), 'play', 'play'] as const);
        return (
          <div key={appId} className="mini-player-row" data-app={appId}>
            <button type="button" className="mini-player-open" onClick={() => bringToFront(appId, scenes.tasks)}>
              <ProgramIcon {...listing} size={32} />
              <span className="mini-player-words">
                <strong>{title}</strong>
                <span>{sound.singer === '' ? listing.name : sound.singer}</span>
              </span>
            </button>
            <button
              type="button"
              className="mini-player-button"
              aria-label={words}
              onClick={() => controlSound(appId, action)}
            >
              <Icon name={icon} />
            </button>
            <button
              type="button"
              className="mini-player-button"
              aria-label={texts.stop(title)}
              onClick={() => controlSound(appId, 'stop')}
            >
              <Icon name="close" size={20} />
            </button>
          </div>
        );
      })}
    </section>
  );
}
