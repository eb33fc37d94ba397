import { useEffect, useState } from 'react';
import type { InvoiceTitle } from '../../providers/index.ts';
import { invoiceTexts as texts } from '../invoice-texts.ts';
import { addInvoiceTitle, type KeptInvoiceTitle, listInvoiceTitles, removeInvoiceTitle } from '../invoice-titles.ts';
import { personTexts } from '../person-texts.ts';
import { emptyInvoiceTitle, InvoiceTitleFields, isInvoiceTitle } from './invoice-title-fields.tsx';

/** Whom invoices are made out to; programs get one at a time, when the person chooses it there. */
export function InvoiceBook() {
  const [kept, setKept] = useState<readonly KeptInvoiceTitle[]>();
  const [fresh, setFresh] = useState<InvoiceTitle>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    void listInvoiceTitles().then((found) => here && setKept(found));
    return () => {
      here = false;
    };
  }, []);
  const change = async (worked: Promise<boolean>): Promise<void> => {
    const done = await worked;
    setFailed(!done);
    if (!done) return;
    setFresh(undefined);
    setKept(await listInvoiceTitles());
  };
  if (kept === undefined) return null;
  return (
    <section className="me-section account address-book" aria-label={texts.titles}>
      <h2 className="account-title">{texts.titles}</h2>
      {kept.length === 0 && <p className="sheet-hint">{texts.none}</p>}
      <ul>
        {kept.map(({ id, type, title, taxNumber }) => (
          <li key={id} className="address-row">
            <span className="address-words">
              <strong>{title}</strong>
              {[texts.kinds[type], taxNumber].filter((part) => part !== '').join(' ')}
            </span>
            <button
              type="button"
              className="link-button"
              aria-label={texts.remove(title)}
              onClick={() => void change(removeInvoiceTitle(id))}
            >
              {personTexts.removeAddress}
            </button>
          </li>
        ))}
      </ul>
      {failed && (
        <p className="sheet-problem" role="alert">
          {personTexts.problem}
        </p>
      )}
      {fresh === undefined ? (
        <button type="button" className="button account-out" onClick={() => setFresh(emptyInvoiceTitle)}>
          {texts.add}
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void change(addInvoiceTitle(fresh));
          }}
        >
          <InvoiceTitleFields value={fresh} onChange={setFresh} />
          <div className="sheet-buttons">
            <button type="button" className="button" onClick={() => setFresh(undefined)}>
              {personTexts.cancel}
            </button>
            <button type="submit" className="button button-primary" disabled={!isInvoiceTitle(fresh)}>
              {personTexts.save}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
