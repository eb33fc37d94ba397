import type { InvoiceTitle } from '../../providers/index.ts';
import { Field } from '../components/field.tsx';
import { type InvoiceField, invoiceTexts as texts } from './invoice-texts.ts';

const fields: Readonly<Record<InvoiceTitle['type'], readonly InvoiceField[]>> = {
  '0': ['title', 'taxNumber', 'companyAddress', 'telephone', 'bankName', 'bankAccount'],
  '1': ['title'],
};

export const emptyInvoiceTitle: InvoiceTitle = {
  type: '0',
  title: '',
  taxNumber: '',
  companyAddress: '',
  telephone: '',
  bankName: '',
  bankAccount: '',
};

/** Whether an invoice could be made out to it. */
export const isInvoiceTitle = ({ type, title, taxNumber }: InvoiceTitle): boolean =>
  title.trim() !== '' && (type === '1' || taxNumber.trim() !== '');

interface InvoiceTitleFieldsProps {
  readonly value: InvoiceTitle;
  readonly onChange: (value: InvoiceTitle) => void;
}

/** A company with what its invoices need, or a person. */
export function InvoiceTitleFields({ value, onChange }: InvoiceTitleFieldsProps) {
  return (
    <>
      <div className="choice-row account-ways" role="radiogroup" aria-label={texts.kind}>
        {(['0', '1'] as const).map((type) => (
          <label key={type} className="choice-option">
            <input
              type="radio"
              name="invoice-kind"
              checked={value.type === type}
              onChange={() => onChange({ ...emptyInvoiceTitle, type, title: value.title })}
            />
            <span>{texts.kinds[type]}</span>
          </label>
        ))}
      </div>
      <div className="fields fields-two">
        {fields[value.type].map((name) => (
          <Field
            key={name}
            label={texts.fields[name]}
            value={value[name]}
            most={100}
            onChange={(text) => onChange({ ...value, [name]: text })}
          />
        ))}
      </div>
    </>
  );
}
