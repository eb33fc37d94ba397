import { useEffect, useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../account/person-texts.ts';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import { isolated } from '../isolated.ts';
import { type DeclaredScope, declaredScopes } from './declared-scopes.ts';

/** What the program declares that concerns the person, each with the program's own reason. */
export function ContractList({ program }: { readonly program: ProgramListing }) {
  const [scopes, setScopes] = useState<readonly DeclaredScope[]>();
  useEffect(() => {
    let here = true;
    declaredScopes(program.appId).then((found) => here && setScopes(found));
    return () => {
      here = false;
    };
  }, [program.appId]);
  if (scopes === undefined) return null;
  return (
    <div className="contract">
      <p className="sheet-hint">
        {scopes.length === 0 ? texts.contractNothing : texts.contractIntro(isolated(program.name))}
      </p>
      <ul className="contract-list">
        {scopes.map(({ scope, what, reason }) => (
          <li key={scope}>
            {what}
            {reason !== undefined && <q className="contract-reason">{reason}</q>}
          </li>
        ))}
      </ul>
      <p className="sheet-hint">{texts.contractNote}</p>
    </div>
  );
}

interface ContractSheetProps {
  readonly program: ProgramListing;
  readonly answer: () => void;
}

export function ContractSheet({ program, answer }: ContractSheetProps) {
  return (
    <Sheet program={program} label={texts.contract} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.contract}</p>
          <ContractList program={program} />
          <SheetButtons guard={guard} refuse={{ text: texts.close, run: () => answer() }} />
        </>
      )}
    </Sheet>
  );
}
