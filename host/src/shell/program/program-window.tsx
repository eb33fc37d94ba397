import type { ProgramListing } from '../../web/messages.ts';
import type { RunningProgram } from '../store.ts';
import { CompileOverlay } from './compile-overlay.tsx';
import { FailureScreen } from './failure-screen.tsx';
import { programOrigin } from './program-origin.ts';
import { playerLoaded } from './sessions.ts';
import { Splash } from './splash.tsx';

interface ProgramWindowProps {
  readonly program: RunningProgram;
  readonly listing: ProgramListing;
  readonly front: boolean;
  /** A sheet of the host's is open: nothing of the program takes input. */
  readonly covered: boolean;
}

/**
 * One program's place on the phone's screen. Hidden ones stay in the document, laid out but not visible: an
 * iframe that leaves it loses its program.
 */
export function ProgramWindow({ program, listing, front, covered }: ProgramWindowProps) {
  const { appId, generation, phase } = program;
  const address = `${programOrigin(appId)}/player.html?host=${encodeURIComponent(globalThis.location.origin)}`;
  const broken = listing.problems.length > 0 && !program.overlayHidden;
  return (
    <section
      className="program"
      data-app={appId}
      data-phase={phase}
      data-front={front}
      aria-label={listing.name}
      aria-hidden={!front}
      inert={!front}
    >
      {phase !== 'waiting' && phase !== 'failed' && (
        <iframe
          key={generation}
          className="player"
          title={listing.name}
          data-app-id={appId}
          src={address}
          // Own origin, so its scripts and workers are its own; no popups, forms, dialogs or leaving the shell.
          sandbox="allow-scripts allow-same-origin"
          allow=""
          referrerPolicy="no-referrer"
          inert={covered || !front}
          onLoad={(event) => playerLoaded(appId, generation, event.currentTarget)}
        />
      )}
      {(phase === 'starting' || phase === 'waiting') && <Splash program={listing} />}
      {phase === 'failed' && program.failure !== undefined && (
        <FailureScreen appId={appId} problem={program.failure} covered={covered} />
      )}
      {broken && <CompileOverlay program={listing} covered={covered} />}
    </section>
  );
}
