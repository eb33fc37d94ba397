import { useRef, useState } from 'react';
import { formatMoney } from './money-format.ts';
import { problemText, moneyTexts as texts } from './money-texts.ts';
import { topUp, type WalletState } from './wallet-client.ts';

/** Minor units. */
const amounts = [1_000, 5_000, 10_000, 20_000];

/** Fills the wallet from the test bank, which is named as what it is. */
export function TopUp({ wallet, onDone }: { readonly wallet: WalletState; readonly onDone: () => void }) {
  const { currency, testBank } = wallet;
  const [amount, setAmount] = useState(5_000);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  // Kept until it has worked: pressed again after no answer, it still happens once.
  const key = useRef<{ readonly amount: number; readonly id: string }>(undefined);
  const send = async (): Promise<void> => {
    setBusy(true);
    if (key.current?.amount !== amount) key.current = { amount, id: crypto.randomUUID() };
    const failed = await topUp(key.current.id, amount, currency);
    setBusy(false);
    setProblem(failed);
    if (failed !== undefined) return;
    key.current = undefined;
    onDone();
  };
  return (
    <section className="wallet-step">
      <h2>{texts.topUp}</h2>
      <p className="wallet-note">{texts.topUpFrom(testBank)}</p>
      <div className="top-up-amounts" role="radiogroup" aria-label={texts.topUp}>
        {amounts.map((one) => (
          <label key={one} className="choice-option">
            <input type="radio" name="top-up" checked={one === amount} onChange={() => setAmount(one)} />
            <span>{formatMoney(one, currency)}</span>
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <p className="money-problem" role="status">
          {problemText(problem)}
        </p>
      )}
      <button type="button" className="button button-primary top-up-do" disabled={busy} onClick={() => void send()}>
        {texts.topUpDo(formatMoney(amount, currency))}
      </button>
    </section>
  );
}
