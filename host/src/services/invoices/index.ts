/**
 * Does: keeps the titles a person has invoices made out to.
 * Does not: make invoices, or hand a title to a program; the person does, one at a time.
 * Owns: the table in tables.ts.
 */
export { createInvoiceTitlesApi } from './invoice-titles-api.ts';
export { type InvoiceTitle, type InvoiceTitles, openInvoiceTitles } from './open-invoice-titles.ts';
