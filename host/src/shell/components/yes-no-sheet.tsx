import { useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../account/person-texts.ts';
import { ContractList } from '../program/contract-sheet.tsx';
import { GuardedButton } from './guarded-button.tsx';
import { Sheet } from './sheet.tsx';
import { SheetButtons } from './sheet-buttons.tsx';

interface YesNoSheetProps {
  readonly program: ProgramListing;
  readonly title: string;
  readonly detail?: string;
  /** What is asked for, in large figures. */
  readonly value?: string;
  /** Offers the privacy contract to be read. */
  readonly contract?: true;
  readonly agree: string;
  readonly refuse?: string;
  /** Opened by the agreeing button. */
  readonly link?: string;
  readonly answer: (agreed?: boolean) => void;
}

/** One question with two answers. Escape and a press beside the sheet refuse. */
export function YesNoSheet(props: YesNoSheetProps) {
  const { program, title, detail, value, contract, agree, refuse = texts.refuse, link, answer } = props;
  const [reading, setReading] = useState(false);
  return (
    <Sheet program={program} label={title} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{title}</p>
          {value !== undefined && <p className="sheet-value">{value}</p>}
          {detail !== undefined && <p className="sheet-hint">{detail}</p>}
          {contract && !reading && (
            <GuardedButton guard={guard} className="link-button" onPress={() => setReading(true)}>
              {texts.readContract}
            </GuardedButton>
          )}
          {reading && <ContractList program={program} />}
          <SheetButtons
            guard={guard}
            refuse={{ text: refuse, run: () => answer(false) }}
            agree={{
              text: agree,
              run() {
                if (link !== undefined) globalThis.open(link, '_self');
                answer(true);
              },
            }}
          />
        </>
      )}
    </Sheet>
  );
}
