import { Book } from './book.tsx';
import { invoiceTexts as texts } from './invoice-texts.ts';
import { emptyInvoiceTitle, InvoiceTitleFields, isInvoiceTitle } from './invoice-title-fields.tsx';
import { addInvoiceTitle, listInvoiceTitles, removeInvoiceTitle } from './invoice-titles.ts';

/** Whom invoices are made out to; programs get one at a time, when the person chooses it there. */
export function InvoiceBook() {
  return (
    <Book
      title={texts.titles}
      none={texts.none}
      addWords={texts.add}
      empty={emptyInvoiceTitle}
      list={listInvoiceTitles}
      add={addInvoiceTitle}
      remove={removeInvoiceTitle}
      isWhole={isInvoiceTitle}
      describe={({ type, title, taxNumber }) => ({
        name: title,
        rest: [texts.kinds[type], taxNumber].filter((part) => part !== '').join(' '),
      })}
      fields={(title, change) => <InvoiceTitleFields value={title} onChange={change} />}
    />
  );
}
