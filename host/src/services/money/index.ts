/**
 * Does: keeps a double-entry ledger, orders, refunds and the notices about them, and answers merchants over HTTP.
 * Does not: check a PIN or who somebody is (accounts and identity do), or hold anything but this deployment's own value.
 * Owns: the tables in tables.ts, and that money is neither lost nor made.
 */

export { checkInvariants } from './check-invariants.ts';
export type { PostNotice } from './notices.ts';
export { type Money, type MoneyOptions, openMoney } from './open-money.ts';
export type { OrderView, RefundView } from './order-view.ts';
export { type Payment, type PaymentOffer, type PaymentParams, paymentParams, paymentSchema } from './payments.ts';
export { createPostNotice } from './post-notice.ts';
export { createWalletApi } from './wallet-api.ts';
export {
  amountSchema,
  currencySchema,
  keySchema,
  type Movement,
  type Receipt,
  receiptSchema,
  testBankName,
} from './wallets.ts';
