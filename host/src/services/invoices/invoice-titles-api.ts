import type { Context } from 'hono';
import * as v from 'valibot';
import { createJsonApi, type JsonApi } from '../http/json-api.ts';
import { type InvoiceTitles, invoiceTitleSchema } from './open-invoice-titles.ts';

export interface InvoiceTitlesApiOptions {
  readonly invoiceTitles: InvoiceTitles;
  /** The signed-in user. Throws Refusal SIGNED_OUT. */
  readonly userOf: (context: Context) => Promise<string>;
}

/** A person's invoice titles over HTTP, for the shell. */
export function createInvoiceTitlesApi({ invoiceTitles, userOf }: InvoiceTitlesApiOptions): JsonApi {
  const api = createJsonApi({
    title: 'Terrarium invoice titles',
    description: 'Whom the signed-in person has invoices made out to.',
  });
  const id = v.object({ id: v.string() });
  const kept = v.object({ ...invoiceTitleSchema.entries, ...id.entries });
  api.add(
    { method: 'get', path: '/', summary: 'The titles, newest first.', answer: v.array(kept) },
    async ({ context }) => [...(await invoiceTitles.list(await userOf(context)))],
  );
  api.add(
    { method: 'post', path: '/', summary: 'Add a title.', body: invoiceTitleSchema, answer: id },
    async ({ body, context }) => ({ id: await invoiceTitles.add(await userOf(context), body) }),
  );
  api.add({ method: 'delete', path: '/:id', summary: 'Remove a title.' }, async ({ context, param }) => {
    await invoiceTitles.remove(await userOf(context), param('id'));
    return undefined;
  });
  return api;
}
