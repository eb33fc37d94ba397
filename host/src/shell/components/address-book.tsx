import { useEffect, useState } from 'react';
import { addressLine } from '../address-line.ts';
import { addAddress, type KeptAddress, listAddresses, removeAddress } from '../addresses.ts';
import { personTexts as texts } from '../person-texts.ts';
import { AddressFields, emptyAddress, isWhole } from './address-fields.tsx';

/** The addresses that programs may be given, one at a time, when the person chooses it there. */
export function AddressBook() {
  const [kept, setKept] = useState<readonly KeptAddress[]>();
  const [fresh, setFresh] = useState<typeof emptyAddress>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    void listAddresses().then((found) => here && setKept(found));
    return () => {
      here = false;
    };
  }, []);
  const change = async (worked: Promise<boolean>): Promise<void> => {
    const done = await worked;
    setFailed(!done);
    if (!done) return;
    setFresh(undefined);
    setKept(await listAddresses());
  };
  if (kept === undefined) return null;
  return (
    <section className="me-section account address-book" aria-label={texts.addresses}>
      <h2 className="account-title">{texts.addresses}</h2>
      {kept.length === 0 && <p className="sheet-hint">{texts.noAddresses}</p>}
      <ul>
        {kept.map((address) => (
          <li key={address.id} className="address-row">
            <span className="address-words">
              <strong>
                {address.userName} {address.telNumber}
              </strong>
              {addressLine(address)}
            </span>
            <button type="button" className="link-button" onClick={() => void change(removeAddress(address.id))}>
              {texts.removeAddress}
            </button>
          </li>
        ))}
      </ul>
      {failed && (
        <p className="sheet-problem" role="alert">
          {texts.problem}
        </p>
      )}
      {fresh === undefined ? (
        <button type="button" className="button account-out" onClick={() => setFresh(emptyAddress)}>
          {texts.addAddress}
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void change(addAddress(fresh));
          }}
        >
          <AddressFields value={fresh} onChange={setFresh} />
          <div className="sheet-buttons">
            <button type="button" className="button" onClick={() => setFresh(undefined)}>
              {texts.cancel}
            </button>
            <button type="submit" className="button button-primary" disabled={!isWhole(fresh)}>
              {texts.save}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
