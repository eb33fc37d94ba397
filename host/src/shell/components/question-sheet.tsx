import type { ProgramListing } from '../../web/messages.ts';
import { AddressSheet } from '../account/address-sheet.tsx';
import { AvatarSheet } from '../account/avatar-sheet.tsx';
import { InvoiceTitleSheet } from '../account/invoice-title-sheet.tsx';
import { personTexts as texts } from '../account/person-texts.ts';
import { RealNameSheet } from '../account/real-name-sheet.tsx';
import { isolated } from '../isolated.ts';
import { ChoosePlaceSheet, ShowPlaceSheet } from '../map/place-sheet.tsx';
import { FilesSheet } from '../media/files-sheet.tsx';
import { ScanSheet } from '../media/scan-sheet.tsx';
import { ConversationSheet } from '../messages/conversation-sheet.tsx';
import { MessageSheet } from '../messages/message-sheet.tsx';
import { SubscriptionsSheet } from '../messages/subscriptions-sheet.tsx';
import { CashierSheet } from '../money/cashier-sheet.tsx';
import { ContractSheet } from '../program/contract-sheet.tsx';
import { FeedbackSheet } from '../program/feedback-sheet.tsx';
import { SettingsSheet } from '../program/settings-sheet.tsx';
import { ShareSheet } from '../program/share-sheet.tsx';
import type { Question } from '../questions.ts';
import { YesNoSheet } from './yes-no-sheet.tsx';

interface QuestionSheetProps {
  readonly program: ProgramListing;
  readonly question: Question;
}

/** The sheet for one question of a program, or for what it shows. */
export function QuestionSheet({ program, question }: QuestionSheetProps) {
  const name = isolated(program.name);
  const all = { program };
  switch (question.about) {
    case 'privacy':
      return (
        <YesNoSheet
          {...all}
          title={texts.privacyAsk(name)}
          detail={texts.privacyHint}
          contract
          agree={texts.accept}
          answer={question.answer}
        />
      );
    case 'phone':
      return (
        <YesNoSheet
          {...all}
          title={texts.phoneAsk(name)}
          value={question.phone}
          agree={texts.allow}
          answer={question.answer}
        />
      );
    case 'open-program':
      return (
        <YesNoSheet
          {...all}
          title={texts.openAsk(name, isolated(question.name))}
          agree={texts.open}
          refuse={texts.cancel}
          answer={question.answer}
        />
      );
    case 'call':
      return (
        <YesNoSheet
          {...all}
          title={texts.callAsk(isolated(question.phoneNumber))}
          agree={texts.call}
          refuse={texts.cancel}
          link={`tel:${question.phoneNumber.replaceAll(/[^\d+*#]/g, '')}`}
          answer={question.answer}
        />
      );
    case 'contract':
      return <ContractSheet {...all} answer={question.answer} />;
    case 'settings':
      return <SettingsSheet {...all} answer={question.answer} />;
    case 'avatar':
      return <AvatarSheet {...all} question={question} />;
    case 'subscriptions':
      return <SubscriptionsSheet {...all} question={question} />;
    case 'share':
      return question.card === undefined ? (
        <MessageSheet {...all} title={texts.cannotShare} text={texts.cannotShareHint} answer={question.answer} />
      ) : (
        <ShareSheet {...all} card={question.card} answer={question.answer} />
      );
    case 'contact':
      return <ConversationSheet {...all} offer={question.offer} answer={question.answer} />;
    case 'feedback':
      return <FeedbackSheet {...all} question={question} />;
    case 'address':
      return <AddressSheet {...all} question={question} />;
    case 'invoice-title':
      return <InvoiceTitleSheet {...all} question={question} />;
    case 'choose-place':
      return <ChoosePlaceSheet {...all} question={question} />;
    case 'show-place':
      return <ShowPlaceSheet {...all} question={question} />;
    case 'bill':
      return <CashierSheet {...all} bill={question.bill} answer={question.answer} />;
    case 'real-name':
      return <RealNameSheet {...all} answer={question.answer} />;
    case 'files':
      return <FilesSheet {...all} question={question} />;
    case 'scan':
      return <ScanSheet {...all} question={question} />;
    default:
      return question satisfies never;
  }
}
