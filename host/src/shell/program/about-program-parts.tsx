import { useEffect, useState } from 'react';
import type { GrantEvent } from '../../providers/index.ts';
import { personTexts } from '../account/person-texts.ts';
import { closeProgram, closeSheet, showView } from '../actions.ts';
import { Fact } from '../components/fact.tsx';
import { GuardedButton } from '../components/guarded-button.tsx';
import { grants } from '../grants.ts';
import { hostApi } from '../host.ts';
import { isolated } from '../isolated.ts';
import { mediaDesk } from '../media/media-desk.ts';
import { useShell } from '../store.ts';
import type { Guard } from '../use-guard.ts';
import { aboutTexts as texts } from './about-texts.ts';
import { type DomainLine, deleteKept, exportKept, type KeptData, readDomains, readKept } from './program-data.ts';
import { whatScope } from './what-scope.ts';

/** Answers once; undefined before it is there, and when it cannot be had. */
function useRead<Value>(appId: string, read: (appId: string) => Promise<Value | undefined>): Value | undefined {
  const [value, setValue] = useState<Value>();
  useEffect(() => {
    let here = true;
    read(appId).then(
      (found) => here && setValue(found),
      // What cannot be read is not shown; the rest of the page is.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [appId, read]);
  return value;
}

const readCapabilities = async (appId: string): Promise<readonly string[]> =>
  (await hostApi.manifest(appId)).manifest.capabilities;

/** What its package says it will ask for. */
export function DeclaredCapabilities({ appId }: { readonly appId: string }) {
  const names = useRead(appId, readCapabilities);
  if (names === undefined) return null;
  return (
    <>
      <h2 className="place-heading">{texts.capabilities}</h2>
      <p className={names.length === 0 ? 'about-none' : 'about-names code'}>
        {names.length === 0 ? texts.capabilitiesNone : names.join(', ')}
      </p>
    </>
  );
}

/** The servers it may call and has called. */
export function Domains({ appId }: { readonly appId: string }) {
  const lines = useRead<readonly DomainLine[]>(appId, readDomains);
  if (lines === undefined) return null;
  return (
    <>
      <h2 className="place-heading">{texts.domains}</h2>
      {lines.length === 0 ? (
        <p className="about-none">{texts.domainsNone}</p>
      ) : (
        <dl className="facts">
          {lines.map(({ host, calls, failed, sentBytes, receivedBytes }) =>
            calls === 0 ? (
              <Fact key={host} name={host} value={texts.neverCalled} mono />
            ) : (
              <Fact
                key={host}
                name={host}
                value={texts.calls(calls, failed)}
                detail={texts.traffic(sizeOf(sentBytes), sizeOf(receivedBytes))}
                mono
              />
            ),
          )}
        </dl>
      )}
    </>
  );
}

const shownEvents = 20;
const readHistory = (appId: string): Promise<readonly GrantEvent[] | undefined> => grants.history(appId);
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });

/** What the person decided about it, and when. */
export function Decisions({ appId }: { readonly appId: string }) {
  const history = useRead(appId, readHistory);
  if (history === undefined || history.length === 0) return null;
  return (
    <>
      <h2 className="place-heading">{personTexts.history}</h2>
      <dl className="facts">
        {history.slice(0, shownEvents).map(({ scope, decision, at }) => (
          <Fact
            key={`${scope} ${at}`}
            name={`${whatScope(scope)}: ${personTexts.decisions[decision]}`}
            value={time.format(at)}
          />
        ))}
      </dl>
    </>
  );
}

interface KeptProps {
  readonly appId: string;
  readonly name: string;
  readonly guard: Guard;
}

/** What it keeps for the person: how much, to take along, to delete. */
export function Kept({ appId, name, guard }: KeptProps) {
  const kept = useRead<KeptData>(appId, readKept);
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<string>();
  const take = async (): Promise<void> => {
    const file = await exportKept(appId);
    setProblem(file === undefined ? texts.exportFailed : undefined);
    if (file !== undefined) mediaDesk.save(`${appId}.json`, file);
  };
  const remove = async (): Promise<void> => {
    closeSheet();
    closeProgram(appId);
    const gone = await deleteKept(appId);
    showView('home');
    useShell.setState({ notice: gone ? texts.deleted(isolated(name)) : texts.notDeleted });
  };
  if (kept === undefined) return null;
  return (
    <>
      <h2 className="place-heading">{texts.kept}</h2>
      <dl className="facts">
        <Fact name={texts.values(kept.entries)} value={sizeOf(kept.entryBytes)} />
        <Fact name={texts.files(kept.files)} value={sizeOf(kept.fileBytes)} />
      </dl>
      {sure && <p className="sheet-problem">{texts.deleteSure(isolated(name))}</p>}
      {problem !== undefined && (
        <p className="sheet-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="about-actions">
        <GuardedButton
          className="button button-small"
          guard={guard}
          onPress={sure ? () => setSure(false) : () => void take()}
        >
          {sure ? personTexts.cancel : texts.exportKept}
        </GuardedButton>
        <GuardedButton
          className="button button-small button-danger"
          guard={guard}
          onPress={sure ? () => void remove() : () => setSure(true)}
        >
          {sure ? texts.deleteNow : texts.deleteKept}
        </GuardedButton>
      </div>
    </>
  );
}

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** In the unit that keeps the number short. */
function sizeOf(bytes: number): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const form = { style: 'unit', unit: units[step], maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(undefined, form).format(bytes / 1_000 ** step);
}
