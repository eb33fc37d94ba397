import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing } from './shapes.ts';

/** Whom the user has invoices made out to. */
export const invoices = {
  chooseInvoiceTitle: defineCapability({
    name: 'chooseInvoiceTitle',
    answeredBy: 'host',
    description: 'Lets the user choose whom an invoice is made out to.',
    params: nothing,
    result: v.object({
      /** `0` a company, `1` a person. */
      type: v.picklist(['0', '1']),
      title: v.string(),
      taxNumber: v.string(),
      companyAddress: v.string(),
      telephone: v.string(),
      bankName: v.string(),
      bankAccount: v.string(),
    }),
    privacy: true,
    needs: ['signed-in', 'visible'],
    perSecond: 2,
  }),
};
