import * as v from 'valibot';
import { type InvoiceTitle, noAnswer } from '../../providers/index.ts';
import { services } from '../services.ts';

const schema = v.object({
  ...{ id: v.string(), type: v.picklist(['0', '1']), title: v.string(), taxNumber: v.string() },
  ...{ companyAddress: v.string(), telephone: v.string(), bankName: v.string(), bankAccount: v.string() },
});
export type KeptInvoiceTitle = v.InferOutput<typeof schema>;

/** Newest first; empty when they cannot be had. */
export async function listInvoiceTitles(): Promise<readonly KeptInvoiceTitle[]> {
  const answer = await services.ask('/invoice-titles', v.array(schema));
  return answer.ok ? answer.value : [];
}

/** True when it is kept. */
export async function addInvoiceTitle(title: InvoiceTitle): Promise<boolean> {
  return (await services.ask('/invoice-titles', noAnswer, { method: 'POST', body: title })).ok;
}

/** True when it is gone. */
export async function removeInvoiceTitle(id: string): Promise<boolean> {
  return (await services.ask(`/invoice-titles/${encodeURIComponent(id)}`, noAnswer, { method: 'DELETE' })).ok;
}
