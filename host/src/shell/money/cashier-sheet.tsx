import { useEffect, useRef, useState } from 'react';
import type { Bill, PaymentProblem } from '../../providers/index.ts';
import type { ProgramListing } from '../../web/messages.ts';
import { showView } from '../actions.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import type { Guard } from '../use-guard.ts';
import { formatMoney } from './money-format.ts';
import { moneyTexts as texts } from './money-texts.ts';
import { PinPad, pinLength } from './pin-pad.tsx';

interface CashierSheetProps {
  readonly program: ProgramListing;
  readonly bill: Bill;
  readonly answer: () => void;
}

type Means = Awaited<ReturnType<Bill['look']>>;

/** How long “paid” stays to be read. */
const paidMs = 900;

/** The host's cashier: who is paid, how much, from what, and the PIN. All of it from the order. */
export function CashierSheet({ program, bill, answer }: CashierSheetProps) {
  const { merchantName, description, amount, total, split, currency } = bill;
  const [means, setMeans] = useState<Means | 'asking'>('asking');
  const [paid, setPaid] = useState(false);
  const sum = formatMoney(amount, currency);
  useEffect(() => {
    let here = true;
    bill.look().then((found) => here && setMeans(found));
    return () => {
      here = false;
    };
  }, [bill]);
  const close = useRef(answer);
  close.current = answer;
  useEffect(() => {
    if (!paid) return undefined;
    const timer = setTimeout(() => close.current(), paidMs);
    return () => clearTimeout(timer);
  }, [paid]);
  return (
    <Sheet program={program} label={texts.cashier(merchantName, sum)} onDismiss={answer}>
      {(guard) => (
        <div className="cashier">
          <p className="cashier-merchant">{merchantName}</p>
          <p className="cashier-amount">{sum}</p>
          <p className="cashier-for">{description}</p>
          {split !== undefined && (
            <p className="cashier-for cashier-split">
              <strong>{texts.share(formatMoney(total, currency))}</strong>
              {texts.split(split.payers, split.paid)}
            </p>
          )}
          <dl className="cashier-source">
            <dt>{texts.from}</dt>
            <dd>
              {texts.wallet}
              {!paid && (
                <span className="cashier-balance">
                  {means === 'asking' || means === undefined ? '' : formatMoney(means.balance, currency)}
                </span>
              )}
            </dd>
          </dl>
          {paid ? (
            <p className="cashier-paid" role="status">
              <span className="cashier-check" aria-hidden="true" />
              {texts.paid}
            </p>
          ) : (
            <Till guard={guard} bill={bill} means={means} onPaid={() => setPaid(true)} onClose={answer} />
          )}
        </div>
      )}
    </Sheet>
  );
}

interface TillProps {
  readonly guard: Guard;
  readonly bill: Bill;
  readonly means: Means | 'asking';
  readonly onPaid: () => void;
  readonly onClose: () => void;
}

/** What cannot be mended by another try, and whether the wallet's page mends it. */
const final: ReadonlyMap<PaymentProblem, 'wallet' | 'none'> = new Map([
  ['pin-locked', 'wallet'],
  ['pin-not-set', 'wallet'],
  ['not-enough', 'wallet'],
  ['order-gone', 'none'],
] as const);

function Till({ guard, bill, means, onPaid, onClose }: TillProps) {
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PaymentProblem>();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const enter = async (next: string): Promise<void> => {
    setPin(next);
    setProblem(undefined);
    if (next.length < pinLength) return;
    setBusy(true);
    const failed = await bill.pay(next);
    if (!here.current) return;
    setBusy(false);
    setPin('');
    if (failed === undefined) onPaid();
    else setProblem(failed);
  };
  const found = means === 'asking' ? undefined : means;
  const poor = found !== undefined && found.balance < bill.amount;
  const stuck =
    problem !== undefined && final.has(problem)
      ? problem
      : poor
        ? 'not-enough'
        : found?.pinSet === false
          ? 'pin-not-set'
          : undefined;
  if (stuck !== undefined) {
    const words =
      poor && stuck === 'not-enough'
        ? texts.missing(formatMoney(bill.amount - found.balance, bill.currency))
        : texts.payment[stuck];
    return <Stuck guard={guard} words={words} mend={final.get(stuck) === 'wallet'} onClose={onClose} />;
  }
  return (
    <>
      <p className="cashier-line" role="status" data-problem={problem !== undefined}>
        {busy ? texts.paying : problem === undefined ? texts.enterPin : texts.payment[problem]}
      </p>
      <PinPad
        guard={guard}
        pin={pin}
        busy={busy}
        onChange={(next) => void enter(next)}
        onCancel={onClose}
        cancelText={texts.notNow}
      />
    </>
  );
}

interface StuckProps {
  readonly guard: Guard;
  readonly words: string;
  readonly mend: boolean;
  readonly onClose: () => void;
}

function Stuck({ guard, words, mend, onClose }: StuckProps) {
  return (
    <>
      <p className="cashier-line" role="status" data-problem="true">
        {words}
      </p>
      <div className="sheet-buttons">
        <GuardedButton className="button" guard={guard} onPress={onClose}>
          {mend ? texts.notNow : texts.close}
        </GuardedButton>
        {mend && (
          <GuardedButton
            className="button button-primary"
            guard={guard}
            onPress={() => {
              onClose();
              showView('wallet');
            }}
          >
            {texts.toWallet}
          </GuardedButton>
        )}
      </div>
    </>
  );
}
