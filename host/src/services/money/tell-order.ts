import { tellPush } from '../pushes/push.ts';
import type { Work } from '../sql/index.ts';
import type { OrderRow, ShareRow } from './order-view.ts';
import type { OrderState } from './tables.ts';

/** Tells everybody who paid for an order, as a whole or a share, how it stands. Who has not paid is not known here. */
export function tellOrder(
  work: Work,
  order: Pick<OrderRow, 'app' | 'prepay_id' | 'out_trade_no' | 'payer'>,
  shares: readonly Pick<ShareRow, 'payer'>[],
  state: OrderState,
): void {
  const { app, prepay_id: prepayId, out_trade_no: outTradeNo } = order;
  const payers = new Set([order.payer, ...shares.map(({ payer }) => payer)]);
  for (const payer of payers) {
    if (payer !== null) tellPush(work, { user: payer, push: { kind: 'order', app, prepayId, outTradeNo, state } });
  }
}
