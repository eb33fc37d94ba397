import { useEffect, useState } from 'react';
import type { GrantEvent } from '../../providers/index.ts';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../account/person-texts.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import { grants } from '../grants.ts';
import { isolated } from '../isolated.ts';
import { whatScope } from './what-scope.ts';

interface SettingsSheetProps {
  readonly program: ProgramListing;
  readonly answer: () => void;
}

interface Held {
  readonly scopes: readonly (readonly [scope: string, granted: boolean])[];
  readonly history: readonly GrantEvent[];
}

const shownEvents = 8;

/** Every scope the program has asked for, with its switch, and what was decided when. */
export function SettingsSheet({ program, answer }: SettingsSheetProps) {
  const { appId } = program;
  const [held, setHeld] = useState<Held>();
  const load = async (): Promise<void> => {
    const [decisions, notices, history = []] = await Promise.all([
      grants.decisions(appId),
      grants.subscriptions(appId),
      grants.history(appId),
    ]);
    const scopes = [...decisions, ...[...notices].map(([id, decision]) => [`template.${id}`, decision] as const)];
    setHeld({ scopes: scopes.map(([scope, decision]) => [scope, decision === 'granted']), history });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => void load().catch(() => setHeld({ scopes: [], history: [] })), []);
  const change = (scope: string, granted: boolean) => {
    const decision = granted ? 'granted' : 'refused';
    // What could not be kept is shown as it still is.
    void grants.decide(appId, scope, decision).then(load, load);
  };
  return (
    <Sheet program={program} label={texts.settings} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.settingsIntro(isolated(program.name))}</p>
          {held !== undefined && held.scopes.length === 0 && <p className="sheet-hint">{texts.settingsNothing}</p>}
          <ul className="switches">
            {held?.scopes.map(([scope, granted]) => (
              <li key={scope}>
                <span>{whatScope(scope)}</span>
                <GuardedButton
                  role="switch"
                  className="switch"
                  aria-checked={granted}
                  aria-label={whatScope(scope)}
                  guard={guard}
                  onPress={() => change(scope, !granted)}
                />
              </li>
            ))}
          </ul>
          {held !== undefined && held.history.length > 0 && (
            <>
              <h2 className="place-heading">{texts.history}</h2>
              <dl className="facts">
                {held.history.slice(0, shownEvents).map(({ scope, decision, at }) => (
                  <div key={`${scope} ${at}`}>
                    <dt>{`${whatScope(scope)}: ${texts.decisions[decision]}`}</dt>
                    <dd>{new Date(at).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' })}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
          <SheetButtons guard={guard} refuse={{ text: texts.done, run: () => answer() }} />
        </>
      )}
    </Sheet>
  );
}
