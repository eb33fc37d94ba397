import { useEffect, useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import type { QuestionOf } from '../questions.ts';
import { AddressFields, emptyAddress, isWhole } from './address-fields.tsx';
import { addressLine } from './address-line.ts';
import { addAddress, type KeptAddress, listAddresses } from './addresses.ts';
import { personTexts as texts } from './person-texts.ts';

interface AddressSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'address'>;
}

/** One of the address book, or a new one that is kept there. */
export function AddressSheet({ program, question: { answer } }: AddressSheetProps) {
  const [kept, setKept] = useState<readonly KeptAddress[]>();
  const [fresh, setFresh] = useState<typeof emptyAddress>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void listAddresses().then(setKept);
  }, []);
  const keep = async (address: typeof emptyAddress): Promise<void> => {
    if (await addAddress(address)) answer(address);
    else setFailed(true);
  };
  const adding = fresh ?? (kept?.length === 0 ? emptyAddress : undefined);
  return (
    <Sheet program={program} label={texts.addressAsk} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.addressAsk}</p>
          {adding === undefined ? (
            <div className="sheet-choices">
              {kept?.map(({ id, isDefault: _isDefault, ...address }) => (
                <GuardedButton
                  key={id}
                  className="sheet-choice sheet-choice-lines"
                  guard={guard}
                  onPress={() => answer(address)}
                >
                  <strong>
                    {address.userName} {address.telNumber}
                  </strong>
                  <span>{addressLine(address)}</span>
                </GuardedButton>
              ))}
            </div>
          ) : (
            <AddressFields value={adding} onChange={setFresh} />
          )}
          {failed && <p className="sheet-problem">{texts.problem}</p>}
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.cancel, run: () => answer() }}
            agree={
              adding === undefined
                ? { text: texts.addAddress, run: () => setFresh(emptyAddress) }
                : {
                    text: texts.useThis,
                    disabled: !isWhole(adding),
                    run: () => void keep(adding),
                  }
            }
          />
        </>
      )}
    </Sheet>
  );
}
