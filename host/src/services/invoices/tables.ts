export interface InvoiceTables {
  /** The title itself is sealed. */
  invoice_titles: { id: string; user_id: string; sealed_title: string; at: number };
}

export const invoiceSchema = `
  create table invoice_titles (
    id text primary key,
    user_id text not null,
    sealed_title text not null,
    at bigint not null
  );
  create index invoice_titles_by_user on invoice_titles (user_id, at);
`;
