import { type FormEvent, useState } from 'react';
import { problemText, moneyTexts as texts } from './money-texts.ts';
import { setPin } from './wallet-client.ts';

/** Sets the payment PIN, with the password of the account; a set one opens a lock. */
export function PinForm({ onSet }: { readonly onSet: () => void }) {
  const [pin, setPinText] = useState('');
  const [again, setAgain] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pin !== again) {
      setProblem(texts.pinDiffers);
      return;
    }
    const failed = await setPin(pin, password);
    if (failed === undefined) onSet();
    else setProblem(problemText(failed));
  };
  return (
    <form className="money-form" onSubmit={(event) => void send(event)}>
      <PinField label={texts.newPin} value={pin} onChange={setPinText} />
      <PinField label={texts.pinAgain} value={again} onChange={setAgain} />
      <label className="money-field">
        <span>{texts.password}</span>
        <input
          type="password"
          value={password}
          required
          autoComplete="current-password"
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {problem !== undefined && (
        <p className="money-problem" role="status">
          {problem}
        </p>
      )}
      <div className="sheet-buttons">
        <button type="submit" className="button button-primary">
          {texts.save}
        </button>
      </div>
    </form>
  );
}

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PinField({ label, value, onChange }: PinFieldProps) {
  return (
    <label className="money-field">
      <span>{label}</span>
      <input
        type="password"
        inputMode="numeric"
        value={value}
        required
        pattern="\d{6}"
        maxLength={6}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ''))}
      />
    </label>
  );
}
