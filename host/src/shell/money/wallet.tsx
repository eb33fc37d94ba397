import { useCallback, useEffect, useState } from 'react';
import { RealNameForm } from '../account/real-name-form.tsx';
import { showView } from '../actions.ts';
import { onMoneyMoved } from '../pushes.ts';
import { useShell } from '../store.ts';
import { formatMoney } from './money-format.ts';
import { moneyTexts as texts } from './money-texts.ts';
import { PinForm } from './pin-form.tsx';
import { Statement } from './statement.tsx';
import { TopUp } from './top-up.tsx';
import { readWallet, type WalletState } from './wallet-client.ts';

/** The person's wallet: what is in it, what moved, and what moving needs. */
export function Wallet() {
  const account = useShell((state) => state.account);
  const [wallet, setWallet] = useState<WalletState>();
  const [gone, setGone] = useState(false);
  const read = useCallback(async () => {
    const found = await readWallet();
    setWallet(found);
    setGone(found === undefined);
  }, []);
  // Somebody else signed in: another wallet.
  const user = account?.id;
  useEffect(() => {
    if (user !== undefined) void read();
  }, [read, user]);
  // Somebody paid them, or they paid in another window.
  useEffect(() => onMoneyMoved(() => void read()), [read]);
  return (
    <div className="wallet">
      <button type="button" className="wallet-back" onClick={() => showView('me')}>
        <span aria-hidden="true">‹</span> {texts.back}
      </button>
      <h1 className="place-title">{texts.wallet}</h1>
      {gone && (
        <div className="wallet-gone">
          <p>{texts.unreachable}</p>
          <button type="button" className="button" onClick={() => void read()}>
            {texts.again}
          </button>
        </div>
      )}
      {wallet !== undefined && account && (
        <>
          <section className="wallet-card">
            <h2>{texts.balance}</h2>
            <p className="wallet-balance">{formatMoney(wallet.balance, wallet.currency)}</p>
            <p className="wallet-note">{texts.closedLoop}</p>
          </section>
          {account.realNameGiven ? (
            <TopUp wallet={wallet} onDone={() => void read()} />
          ) : (
            <section className="wallet-step">
              <h2>{texts.realName}</h2>
              <p className="wallet-note">{texts.realNameWhy}</p>
              <RealNameForm onGiven={() => void read()} />
            </section>
          )}
          <PinSection pinSet={wallet.pinSet} onSet={() => void read()} />
          <h2 className="place-heading">{texts.statement}</h2>
          <Statement wallet={wallet} />
        </>
      )}
    </div>
  );
}

function PinSection({ pinSet, onSet }: { readonly pinSet: boolean; readonly onSet: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="wallet-step">
      <div className="wallet-step-head">
        <h2>{texts.pin}</h2>
        {pinSet && <span className="wallet-done">{texts.pinSet}</span>}
        {pinSet && !open && (
          <button type="button" className="wallet-link" onClick={() => setOpen(true)}>
            {texts.change}
          </button>
        )}
      </div>
      <p className="wallet-note">{pinSet ? texts.pinWhy : texts.pinMissing}</p>
      {(open || !pinSet) && (
        <PinForm
          onSet={() => {
            setOpen(false);
            onSet();
          }}
        />
      )}
    </section>
  );
}
