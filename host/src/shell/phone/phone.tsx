import type { CSSProperties } from 'react';
import { Me } from '../account/me.tsx';
import { showView } from '../actions.ts';
import { Boundary } from '../components/boundary.tsx';
import { Launcher } from '../components/launcher.tsx';
import { Notice } from '../components/notice.tsx';
import { Sheets } from '../components/sheets.tsx';
import { Tasks } from '../components/tasks.tsx';
import { MiniPlayer } from '../media/mini-player.tsx';
import { Inbox } from '../messages/inbox.tsx';
import { Wallet } from '../money/wallet.tsx';
import { Capsule } from '../program/capsule.tsx';
import { ProgramWindow } from '../program/program-window.tsx';
import { useShell } from '../store.ts';
import { texts } from '../texts.ts';
import type { PhoneModel } from './phone-models.ts';
import { StatusBar } from './status-bar.tsx';

interface PhoneProps {
  readonly model: PhoneModel;
  /** How far the phone is drawn smaller than it is, to fit the window. */
  readonly scale: number;
  readonly narrow: boolean;
}

/** The phone: the shell's own places below, the programs above them, the host's parts above everything. */
export function Phone({ model, scale, narrow }: PhoneProps) {
  const view = useShell((state) => state.view);
  const programs = useShell((state) => state.programs);
  const running = useShell((state) => state.running);
  const frontId = useShell((state) => state.front);
  const covered = useShell((state) => state.sheet !== undefined);
  const brightness = useShell((state) => state.brightness);
  const front = running.find((program) => program.appId === frontId);
  const listing = programs?.find((program) => program.appId === front?.appId);
  const loud =
    front?.phase === 'ready' && !(listing !== undefined && listing.problems.length > 0 && !front.overlayHidden);
  const note = narrow && front !== undefined && listing?.development === true ? texts.developmentBadge : undefined;

  const size: CSSProperties = {
    width: model.width,
    height: model.height,
    ...(brightness < 1 && { filter: `brightness(${0.35 + 0.65 * brightness})` }),
    transform: scale === 1 ? undefined : `scale(${scale})`,
  };
  return (
    <div className="phone-space" style={{ width: model.width * scale, height: model.height * scale }}>
      <main className="phone" data-model={model.id} style={size}>
        <div
          className="place"
          style={{ top: model.statusBarHeight }}
          inert={covered || front !== undefined}
          data-behind={front !== undefined}
        >
          <Boundary key={view} fallback={<BrokenPlace />}>
            {view === 'home' && <Launcher />}
            {view === 'tasks' && <Tasks />}
            {view === 'wallet' && <Wallet />}
            {view === 'inbox' && <Inbox />}
            {view === 'me' && <Me model={model.id} narrow={narrow} />}
          </Boundary>
        </div>
        {running.map((program) => {
          const found = programs?.find((entry) => entry.appId === program.appId);
          return (
            found !== undefined && (
              <ProgramWindow
                key={program.appId}
                program={program}
                listing={found}
                front={program === front}
                covered={covered}
              />
            )
          );
        })}
        {(!narrow || note !== undefined) && <StatusBar textStyle={loud ? front.textStyle : 'ink'} note={note} />}
        <MiniPlayer />
        {front !== undefined && <Capsule appId={front.appId} model={model} />}
        <Sheets />
      </main>
    </div>
  );
}

function BrokenPlace() {
  const home = { text: texts.goHome, run: () => showView('home') };
  return <Notice icon="leaf" title={texts.broken} hint={texts.brokenHint} action={home} />;
}
