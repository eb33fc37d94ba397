import { type Providers, refuse, succeed } from '@terrarium/runtime';
import type { Person } from './person.ts';

/** Whom the user has invoices made out to: one title, chosen by them. */
export function invoiceProviders(person: Person): Pick<Providers, 'chooseInvoiceTitle'> {
  return {
    async chooseInvoiceTitle({ appId }) {
      const chosen = await person.chooseInvoiceTitle(appId);
      return chosen === undefined ? refuse('CANCELLED', 'cancel') : succeed(chosen);
    },
  };
}
