import type { PostalAddress } from '../../providers/index.ts';
import { Field } from '../components/field.tsx';
import { type AddressField, personTexts as texts } from './person-texts.ts';

const fields: readonly AddressField[] = [
  'userName',
  'telNumber',
  'provinceName',
  'cityName',
  'countyName',
  'postalCode',
  'detailInfo',
];

export const emptyAddress: PostalAddress = {
  userName: '',
  postalCode: '',
  provinceName: '',
  cityName: '',
  countyName: '',
  streetName: '',
  detailInfo: '',
  detailInfoNew: '',
  nationalCode: '',
  telNumber: '',
};

/** Whether a parcel would find it. */
export const isWhole = ({ userName, telNumber, detailInfo }: PostalAddress): boolean =>
  [userName, telNumber, detailInfo].every((part) => part.trim() !== '');

interface AddressFieldsProps {
  readonly value: PostalAddress;
  readonly onChange: (value: PostalAddress) => void;
}

/** What a parcel needs to know. */
export function AddressFields({ value, onChange }: AddressFieldsProps) {
  return (
    <div className="fields fields-two">
      {fields.map((name) => (
        <Field
          key={name}
          label={texts.addressFields[name]}
          value={value[name]}
          most={name === 'detailInfo' ? 200 : 24}
          onChange={(text) => onChange({ ...value, [name]: text })}
        />
      ))}
    </div>
  );
}
