export interface IdentityTables {
  developers: { id: string; name: string };
  apps: { id: string; developer_id: string; name: string };
  /** At most two of an app are active, so that one can be replaced without a pause. */
  app_secrets: { app: string; hash: string; created_at: number; revoked_at: number | null };
  /** `kind` says what a code may be exchanged for. Only its hash is kept. */
  program_codes: {
    hash: string;
    kind: 'login' | 'phone';
    app: string;
    user_id: string;
    expires_at: number;
    used_at: number | null;
  };
  session_keys: { app: string; user_id: string; sealed_key: string; at: number };
  access_tokens: { hash: string; app: string; expires_at: number };
}

export const identitySchema = `
  create table developers (id text primary key, name text not null);
  create table apps (id text primary key, developer_id text not null references developers (id), name text not null);
  create table app_secrets (
    app text not null references apps (id),
    hash text not null,
    created_at bigint not null,
    revoked_at bigint,
    primary key (app, hash)
  );
  create table program_codes (
    hash text primary key,
    kind text not null,
    app text not null,
    user_id text not null,
    expires_at bigint not null,
    used_at bigint
  );
  create index program_codes_by_expiry on program_codes (expires_at);
  create table session_keys (
    app text not null,
    user_id text not null,
    sealed_key text not null,
    at bigint not null,
    primary key (app, user_id)
  );
  create table access_tokens (hash text primary key, app text not null, expires_at bigint not null);
  create index access_tokens_by_expiry on access_tokens (expires_at);
`;
