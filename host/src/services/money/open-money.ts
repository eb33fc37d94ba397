import type { JsonApi } from '../http/json-api.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { createMerchantApi } from './merchant-api.ts';
import { createMerchants, type Merchants } from './merchants.ts';
import { deliverDue, type PostNotice } from './notices.ts';
import { createOrders, type Orders } from './orders.ts';
import { createPayments, type Payments } from './payments.ts';
import { createPlatformKey } from './platform-key.ts';
import { createRefunds, type Refunds } from './refunds.ts';
import { createWallets, type Wallets } from './wallets.ts';

export interface MoneyOptions {
  readonly store: SqlStore;
  readonly secrets: Secrets;
  readonly now: () => number;
  /** Who a user is to a program; orders name their payer by it. */
  readonly openIdOf: (app: string, user: string) => string;
  readonly post: PostNotice;
}

/** Everything that moves money. Keeps nothing in memory: several processes may run it on one database. */
export interface Money {
  readonly wallets: Wallets;
  readonly merchants: Merchants;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly refunds: Refunds;
  /** `/v3/…`. */
  readonly merchantApi: JsonApi;
  /** What has to happen by itself: notices that are due, orders that expired. Called again and again. */
  tend(): Promise<void>;
}

export function openMoney({ store, secrets, now, openIdOf, post }: MoneyOptions): Money {
  const platformKey = createPlatformKey(store, secrets);
  const merchants = createMerchants(store, secrets, now);
  const orders = createOrders(store, now);
  const refunds = createRefunds(store, now);
  return {
    wallets: createWallets({ store, now }),
    merchants,
    orders,
    refunds,
    payments: createPayments({ store, now, merchants, openIdOf }),
    merchantApi: createMerchantApi({ store, now, merchants, orders, refunds, platformKey }),
    async tend() {
      await orders.closeExpired();
      await deliverDue({ store, now, merchants, platformKey, post });
    },
  };
}
