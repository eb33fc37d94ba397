import type { ProgramListing } from '../../web/messages.ts';
import { dropSheet, leaveConversation } from '../actions.ts';
import { ConversationSheet } from '../messages/conversation-sheet.tsx';
import { AboutSheet } from '../program/about-sheet.tsx';
import { ConsentSheet } from '../program/consent-sheet.tsx';
import { MenuSheet } from '../program/menu-sheet.tsx';
import { type Sheet, useShell } from '../store.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { useLeaving } from '../use-leaving.ts';
import { Boundary } from './boundary.tsx';
import { QuestionSheet } from './question-sheet.tsx';

/** The host's sheet, if one is open or on its way back. */
export function Sheets() {
  const sheet = useShell((state) => state.sheet);
  const { shown, leaving } = useLeaving(sheet);
  useFocusBack(sheet !== undefined);
  const program = useShell((state) => state.programs?.find((found) => found.appId === shown?.appId));
  if (shown === undefined || program === undefined) return null;
  return (
    <div className="sheet-layer" data-leaving={leaving} inert={leaving}>
      <Boundary key={'number' in shown ? shown.number : shown.kind} onBroken={dropSheet}>
        <SheetOf sheet={shown} program={program} />
      </Boundary>
    </div>
  );
}

function SheetOf({ sheet, program }: { readonly sheet: Sheet; readonly program: ProgramListing }) {
  switch (sheet.kind) {
    case 'menu':
      return <MenuSheet program={program} />;
    case 'about':
      return <AboutSheet program={program} />;
    case 'conversation':
      return <ConversationSheet program={program} answer={(path) => leaveConversation(program.appId, path)} />;
    case 'consent':
      return <ConsentSheet program={program} consent={sheet.consent} />;
    case 'question':
      return <QuestionSheet program={program} question={sheet.question} />;
    default:
      return sheet satisfies never;
  }
}
