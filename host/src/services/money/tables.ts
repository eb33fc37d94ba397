/** Whole minor units (fen, cents) everywhere. */
export interface MoneyTables {
  /** What the deployment made for itself, encrypted: the key it signs notices with. */
  kept_secrets: { name: string; sealed: string };
  ledger_accounts: {
    id: string;
    /** Whose money: a user's wallet, a merchant's, what waits in a shared order, or the test bank outside. */
    kind: 'wallet' | 'merchant' | 'escrow' | 'bank';
    owner: string;
    currency: string;
    /** A checked cache of the sum of its entries. */
    balance: number;
    /** 1 for the bank, whose balance says how much came in; every other account stays at zero or above. */
    may_owe: number;
  };
  ledger_transfers: {
    seq: number;
    id: string;
    kind: TransferKind;
    /** What it was for: an order's, refund's or request's id. */
    reference: string;
    currency: string;
    amount: number;
    at: number;
    previous_hash: string;
    hash: string;
  };
  /** `seq` is the transfer's. */
  ledger_entries: { account_id: string; seq: number; amount: number };
  requests: { scope: string; key: string; hash: string; answer: string | null; at: number };
  merchants: {
    id: string;
    name: string;
    account_id: string;
    /** Encrypted: the key a merchant reads the resource of a notice with. */
    sealed_notice_key: string;
    at: number;
  };
  merchant_keys: { merchant_id: string; serial: string; public_key: string; at: number; revoked_at: number | null };
  merchant_apps: { merchant_id: string; app: string };
  merchant_nonces: { merchant_id: string; nonce: string; at: number };
  orders: {
    id: string;
    merchant_id: string;
    out_trade_no: string;
    app: string;
    /** What the request asked for, so that asking again with something else is seen. */
    request_hash: string;
    description: string;
    attach: string | null;
    notify_url: string;
    currency: string;
    amount: number;
    /** Who paid; null before, and when several share the order. */
    payer: string | null;
    /** Who may pay, as the merchant knows them; empty when several share the order. */
    payer_openid: string;
    prepay_id: string;
    state: OrderState;
    refunded: number;
    created_at: number;
    expires_at: number;
    paid_at: number | null;
    transfer_id: string | null;
  };
  order_states: { order_id: string; position: number; state: OrderState; at: number };
  order_shares: {
    order_id: string;
    payer_openid: string;
    /** Who paid it, once somebody has. */
    payer: string | null;
    amount: number;
    state: 'open' | 'paid' | 'returned';
    /** How much of a paid share went back by refunds. */
    refunded: number;
    transfer_id: string | null;
  };
  refunds: {
    id: string;
    order_id: string;
    merchant_id: string;
    out_refund_no: string;
    request_hash: string;
    amount: number;
    reason: string | null;
    notify_url: string;
    transfer_id: string;
    at: number;
  };
  notices: {
    id: string;
    merchant_id: string;
    /** What happened to what, once each: `order:<id>` or `refund:<id>`. */
    subject: string;
    event_type: string;
    url: string;
    resource: string;
    created_at: number;
    attempts: number;
    next_at: number;
    delivered_at: number | null;
    given_up_at: number | null;
  };
}

export type OrderState = 'created' | 'paid' | 'refunded' | 'closed';
export type TransferKind = 'top-up' | 'payment' | 'share' | 'share-return' | 'refund' | 'transfer';

export const moneySchema = `
  create table kept_secrets (name text primary key, sealed text not null);
  create table ledger_accounts (
    id text primary key,
    kind text not null,
    owner text not null,
    currency text not null,
    balance bigint not null,
    may_owe bigint not null,
    unique (kind, owner, currency),
    check (balance >= 0 or may_owe = 1)
  );
  create table ledger_transfers (
    seq bigint primary key,
    id text not null,
    kind text not null,
    reference text not null,
    currency text not null,
    amount bigint not null check (amount > 0),
    at bigint not null,
    previous_hash text not null,
    hash text not null,
    unique (kind, reference)
  );
  create table ledger_entries (
    account_id text not null references ledger_accounts (id),
    seq bigint not null references ledger_transfers (seq),
    amount bigint not null check (amount <> 0),
    primary key (account_id, seq)
  );
  create table requests (
    scope text not null,
    key text not null,
    hash text not null,
    answer text,
    at bigint not null,
    primary key (scope, key)
  );
  create table merchants (
    id text primary key,
    name text not null,
    account_id text not null references ledger_accounts (id),
    sealed_notice_key text not null,
    at bigint not null
  );
  create table merchant_keys (
    merchant_id text not null references merchants (id),
    serial text not null,
    public_key text not null,
    at bigint not null,
    revoked_at bigint,
    primary key (merchant_id, serial)
  );
  create table merchant_apps (
    merchant_id text not null references merchants (id),
    app text not null,
    primary key (merchant_id, app)
  );
  create table merchant_nonces (
    merchant_id text not null,
    nonce text not null,
    at bigint not null,
    primary key (merchant_id, nonce)
  );
  create table orders (
    id text primary key,
    merchant_id text not null references merchants (id),
    out_trade_no text not null,
    app text not null,
    request_hash text not null,
    description text not null,
    attach text,
    notify_url text not null,
    currency text not null,
    amount bigint not null check (amount > 0),
    payer text,
    payer_openid text not null,
    prepay_id text not null unique,
    state text not null check (state in ('created', 'paid', 'refunded', 'closed')),
    refunded bigint not null check (refunded >= 0 and refunded <= amount),
    created_at bigint not null,
    expires_at bigint not null,
    paid_at bigint,
    transfer_id text,
    unique (merchant_id, out_trade_no),
    check ((state in ('paid', 'refunded')) = (transfer_id is not null))
  );
  create index orders_open on orders (state, expires_at);
  create index orders_by_transfer on orders (transfer_id);
  create table order_states (
    order_id text not null references orders (id),
    position bigint not null,
    state text not null,
    at bigint not null,
    primary key (order_id, position)
  );
  create table order_shares (
    order_id text not null references orders (id),
    payer_openid text not null,
    payer text,
    amount bigint not null check (amount > 0),
    state text not null check (state in ('open', 'paid', 'returned')),
    refunded bigint not null check (refunded >= 0 and refunded <= amount),
    transfer_id text,
    primary key (order_id, payer_openid)
  );
  create table refunds (
    id text primary key,
    order_id text not null references orders (id),
    merchant_id text not null,
    out_refund_no text not null,
    request_hash text not null,
    amount bigint not null check (amount > 0),
    reason text,
    notify_url text not null,
    transfer_id text not null,
    at bigint not null,
    unique (merchant_id, out_refund_no)
  );
  create table notices (
    id text primary key,
    merchant_id text not null references merchants (id),
    subject text not null unique,
    event_type text not null,
    url text not null,
    resource text not null,
    created_at bigint not null,
    attempts bigint not null,
    next_at bigint not null,
    delivered_at bigint,
    given_up_at bigint
  );
  create index notices_due on notices (next_at) where delivered_at is null and given_up_at is null;
`;
