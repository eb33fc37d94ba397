import { useState } from 'react';
import { GuardedButton } from '../components/guarded-button.tsx';
import { problemText, moneyTexts as texts } from '../money/money-texts.ts';
import { giveRealName } from '../money/wallet-client.ts';
import type { Guard } from '../use-guard.ts';

interface RealNameFormProps {
  readonly onGiven: () => void;
  /** Refuses; without one there is no such button. */
  readonly onCancel?: () => void;
  /** Of the sheet it stands in. */
  readonly guard?: Guard;
}

/** The real name, given once. Kept sealed by the services. */
export function RealNameForm({ onGiven, onCancel, guard = open }: RealNameFormProps) {
  const [name, setName] = useState('');
  const [document, setDocument] = useState('');
  const [problem, setProblem] = useState<string>();
  const send = async (): Promise<void> => {
    const failed = await giveRealName(name.trim(), document.trim());
    setProblem(failed);
    if (failed === undefined || failed === 'REAL_NAME_GIVEN') onGiven();
  };
  return (
    <form
      className="money-form"
      onSubmit={(event) => {
        event.preventDefault();
        guard.accept(() => void send())(event);
      }}
    >
      <label className="money-field">
        <span>{texts.name}</span>
        <input
          value={name}
          maxLength={60}
          required
          autoComplete="name"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="money-field">
        <span>{texts.document}</span>
        <input
          value={document}
          required
          pattern="[A-Za-z0-9]{6,24}"
          title={texts.documentHint}
          placeholder={texts.documentHint}
          autoComplete="off"
          onChange={(event) => setDocument(event.target.value)}
        />
      </label>
      {problem !== undefined && (
        <p className="money-problem" role="status">
          {problemText(problem)}
        </p>
      )}
      <div className="sheet-buttons">
        {onCancel !== undefined && (
          <GuardedButton className="button" guard={guard} onPress={onCancel}>
            {texts.notNow}
          </GuardedButton>
        )}
        <button type="submit" className="button button-primary" aria-disabled={!guard.open}>
          {texts.save}
        </button>
      </div>
    </form>
  );
}

/** On a page of the shell's own nothing appears under a finger. */
const open: Guard = { open: true, accept: (handler) => handler };
