import { AddressFields, emptyAddress, isWhole } from './address-fields.tsx';
import { addressLine } from './address-line.ts';
import { addAddress, listAddresses, removeAddress } from './addresses.ts';
import { Book } from './book.tsx';
import { personTexts as texts } from './person-texts.ts';

/** The addresses that programs may be given, one at a time, when the person chooses it there. */
export function AddressBook() {
  return (
    <Book
      title={texts.addresses}
      none={texts.noAddresses}
      addWords={texts.addAddress}
      empty={emptyAddress}
      list={listAddresses}
      add={addAddress}
      remove={removeAddress}
      isWhole={isWhole}
      describe={(address) => ({ name: `${address.userName} ${address.telNumber}`, rest: addressLine(address) })}
      fields={(address, change) => <AddressFields value={address} onChange={change} />}
    />
  );
}
