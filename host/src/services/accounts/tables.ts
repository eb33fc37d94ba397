export interface AccountTables {
  users: {
    id: string;
    /** What others find the user by, in place of the phone number. */
    public_id: string;
    country: string;
    /** An HMAC of E.164, `+` and digits; see personal.ts. */
    phone: string;
    sealed_phone: string | null;
    password_hash: string;
    /** Sealed. */
    nickname: string;
    /** Sealed: a data URL, or empty. */
    avatar: string;
    /** Encrypted name and number of the identity document, once given. */
    sealed_real_name: string | null;
    real_name_at: number | null;
    created_at: number;
  };
  /** One row a phone and purpose: the newest code. `phone` as in `users`. */
  phone_codes: {
    phone: string;
    purpose: string;
    hmac: string;
    sent_at: number;
    expires_at: number;
    attempts_left: number;
  };
  /** How often something was tried in a window of time; `bucket` is an HMAC of what is counted. */
  rates: { bucket: string; started_at: number; count: number };
  /** What the phone simulator shows. Only its sender writes here. `phone` as in `users`, the text sealed. */
  phone_inbox: { id: string; phone: string; text: string; at: number };
  sessions: {
    id: string;
    user_id: string;
    token_hash: string;
    /** Sealed. */
    device: string;
    created_at: number;
    seen_at: number;
    /** When the token was last replaced. */
    rotated_at: number;
    expires_at: number;
    revoked_at: number | null;
  };
  second_factors: { user_id: string; sealed_secret: string; confirmed_at: number | null; last_step: number };
  recovery_codes: { user_id: string; hash: string; used_at: number | null };
  /** Sign-in that has passed the password and waits for the second factor. */
  challenges: { hash: string; user_id: string; attempts_left: number; expires_at: number };
  payment_pins: { user_id: string; hash: string; failures: number; locked_until: number };
  addresses: { id: string; user_id: string; address: string; is_default: number; at: number };
}

export const accountSchema = `
  create table users (
    id text primary key,
    public_id text not null unique,
    country text not null,
    phone text not null unique,
    password_hash text not null,
    nickname text not null,
    avatar text not null,
    sealed_real_name text,
    real_name_at bigint,
    created_at bigint not null
  );
  create table phone_codes (
    phone text not null,
    purpose text not null,
    hmac text not null,
    sent_at bigint not null,
    expires_at bigint not null,
    attempts_left bigint not null,
    primary key (phone, purpose)
  );
  create table rates (bucket text primary key, started_at bigint not null, count bigint not null);
  create table phone_inbox (id text primary key, phone text not null, text text not null, at bigint not null);
  create index phone_inbox_by_phone on phone_inbox (phone, at);
  create table sessions (
    id text primary key,
    user_id text not null references users (id),
    token_hash text not null unique,
    device text not null,
    created_at bigint not null,
    seen_at bigint not null,
    rotated_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
  );
  create index sessions_by_user on sessions (user_id);
  create table second_factors (
    user_id text primary key references users (id),
    sealed_secret text not null,
    confirmed_at bigint,
    last_step bigint not null
  );
  create table recovery_codes (
    user_id text not null references users (id),
    hash text not null,
    used_at bigint,
    primary key (user_id, hash)
  );
  create table challenges (
    hash text primary key,
    user_id text not null references users (id),
    attempts_left bigint not null,
    expires_at bigint not null
  );
  create table payment_pins (
    user_id text primary key references users (id),
    hash text not null,
    failures bigint not null,
    locked_until bigint not null
  );
  create table addresses (
    id text primary key,
    user_id text not null references users (id),
    address text not null,
    is_default bigint not null,
    at bigint not null
  );
  create index addresses_by_user on addresses (user_id);
`;
