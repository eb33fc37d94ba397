import type { ProgramListing } from '../../web/messages.ts';
import { closeSheet, openMenu } from '../actions.ts';
import { Fact } from '../components/fact.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import { type UsedCapability, useShell } from '../store.ts';
import { texts } from '../texts.ts';
import { Decisions, DeclaredCapabilities, Domains, Kept } from './about-program-parts.tsx';

const none: readonly UsedCapability[] = [];

/** Facts about the program in front: what it is, how it is checked, what it has asked the host for. */
export function AboutSheet({ program }: { readonly program: ProgramListing }) {
  const calls = useShell((state) => state.running.find((found) => found.appId === program.appId)?.calls ?? none);
  return (
    <Sheet program={program} label={texts.moreInfo} onDismiss={closeSheet}>
      {(guard) => (
        <>
          {program.description !== undefined && <p className="about-description">{program.description}</p>}
          <dl className="facts">
            <Fact name={texts.identity} value={program.appId} />
            <Fact name={texts.version} value={program.version} />
            <Fact name={texts.package} value={shortDigest(program.digest)} title={program.digest} code />
            <Fact name={texts.folder} value={program.folder} />
            <Fact name={texts.mode} value={program.development ? texts.modeDevelopment : texts.modeChecked} />
          </dl>
          <h2 className="place-heading">{texts.used}</h2>
          {calls.length === 0 ? (
            <p className="about-none">{texts.usedNothing}</p>
          ) : (
            <dl className="facts">
              {calls.map((call) => (
                <Fact key={call.name} name={call.name} value={usage(call)} mono />
              ))}
            </dl>
          )}
          <DeclaredCapabilities appId={program.appId} />
          <Domains appId={program.appId} />
          <Decisions appId={program.appId} />
          <Kept appId={program.appId} name={program.name} guard={guard} />
          <SheetButtons guard={guard} refuse={{ text: texts.back, run: () => openMenu(program.appId) }} />
        </>
      )}
    </Sheet>
  );
}

function usage(call: UsedCapability): string {
  const parts = [];
  if (call.allowed > 0) parts.push(texts.times(call.allowed));
  if (call.refused > 0) parts.push(texts.refused(call.refused));
  return parts.join(', ');
}

function shortDigest(digest: string): string {
  return digest === '' ? '–' : `${digest.slice(0, 8)}…${digest.slice(-8)}`;
}
