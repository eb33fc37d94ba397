export interface MessageTables {
  /** Whom an openid stands for: of everybody who has written to a program or allowed it notices. */
  message_people: { app: string; openid: string; user_id: string };
  /** One conversation. `open_until` and `replies_left` bound what the program's server may still say. */
  chat_threads: {
    user_id: string;
    app: string;
    count: number;
    seen: number;
    open_until: number;
    replies_left: number;
    at: number;
  };
  /** `number` counts in the conversation. The body is sealed. */
  chat_messages: {
    user_id: string;
    app: string;
    number: number;
    sender: 'person' | 'program';
    sealed_body: string;
    at: number;
  };
  message_templates: { app: string; id: string; title: string; content: string };
  /** How many notices of a template a person still takes. */
  message_allowances: { user_id: string; app: string; template: string; left_count: number };
  service_notices: {
    id: string;
    user_id: string;
    app: string;
    sealed_body: string;
    at: number;
    read_at: number | null;
  };
  /** Where a program's server hears what people write. */
  message_receivers: { app: string; url: string; sealed_token: string };
}

export const messageSchema = `
  create table message_people (
    app text not null,
    openid text not null,
    user_id text not null,
    primary key (app, openid)
  );
  create table chat_threads (
    user_id text not null,
    app text not null,
    count bigint not null,
    seen bigint not null,
    open_until bigint not null,
    replies_left bigint not null,
    at bigint not null,
    primary key (user_id, app)
  );
  create table chat_messages (
    user_id text not null,
    app text not null,
    number bigint not null,
    sender text not null,
    sealed_body text not null,
    at bigint not null,
    primary key (user_id, app, number)
  );
  create table message_templates (
    app text not null,
    id text not null,
    title text not null,
    content text not null,
    primary key (app, id)
  );
  create table message_allowances (
    user_id text not null,
    app text not null,
    template text not null,
    left_count bigint not null,
    primary key (user_id, app, template)
  );
  create table service_notices (
    id text primary key,
    user_id text not null,
    app text not null,
    sealed_body text not null,
    at bigint not null,
    read_at bigint
  );
  create index service_notices_by_user on service_notices (user_id, at);
  create table message_receivers (app text primary key, url text not null, sealed_token text not null);
`;
