export interface GrantTables {
  /** What holds now. `scope` is a scope, a message template or `privacy`: the contract as a whole. */
  grants: { user_id: string; app: string; scope: string; decision: 'granted' | 'refused'; at: number };
  /** Every decision in order; never changed, and kept when the decisions themselves are forgotten. */
  grant_history: {
    id: string;
    user_id: string;
    app: string;
    scope: string;
    decision: 'granted' | 'refused' | 'forgotten';
    at: number;
  };
}

export const grantSchema = `
  create table grants (
    user_id text not null,
    app text not null,
    scope text not null,
    decision text not null,
    at bigint not null,
    primary key (user_id, app, scope)
  );
  create table grant_history (
    id text primary key,
    user_id text not null,
    app text not null,
    scope text not null,
    decision text not null,
    at bigint not null
  );
  create index grant_history_by_app on grant_history (user_id, app, at);
`;
