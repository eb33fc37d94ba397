import { formatMovement } from './money-format.ts';
import { moneyTexts as texts } from './money-texts.ts';
import type { WalletMovement, WalletState } from './wallet-client.ts';

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Every movement with a name; opened, it is its receipt. */
export function Statement({ wallet }: { readonly wallet: WalletState }) {
  if (wallet.movements.length === 0) return <p className="wallet-note">{texts.statementEmpty}</p>;
  return (
    <ul className="statement">
      {wallet.movements.map((movement) => (
        <li key={movement.transfer}>
          <details>
            <summary className="statement-line">
              <span className="statement-name">
                {nameOf(movement, wallet.testBank)}
                <small>
                  {movement.order !== undefined && `${kindOf(movement.kind)} · `}
                  {time.format(movement.at)}
                </small>
              </span>
              <span className="statement-amount" data-in={movement.amount > 0}>
                {formatMovement(movement.amount, movement.currency)}
              </span>
            </summary>
            <Receipt movement={movement} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Receipt({ movement }: { readonly movement: WalletMovement }) {
  const { order, transfer, kind, at } = movement;
  return (
    <dl className="facts statement-receipt">
      <Fact name={texts.movement} value={kindOf(kind)} />
      {order !== undefined && <Fact name={texts.description} value={order.description} />}
      {order !== undefined && <Fact name={texts.orderNumber} value={order.outTradeNo} />}
      <Fact name={texts.time} value={time.format(at)} />
      <Fact name={texts.transferNumber} value={transfer} />
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function nameOf({ kind, order }: WalletMovement, testBank: string): string {
  if (kind === 'top-up') return texts.fromBank(testBank);
  return order?.merchantName ?? kindOf(kind);
}

const kindOf = (kind: string): string =>
  (Object.hasOwn(texts.kinds, kind) ? texts.kinds[kind] : undefined) ?? texts.movement;
