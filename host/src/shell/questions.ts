import type {
  Bill,
  Choice,
  ContactOffer,
  FileWish,
  InvoiceTitle,
  NoticeChoice,
  NoticeKind,
  Place,
  PostalAddress,
  ScannedCode,
  ScanWish,
  ShareCard,
} from '../providers/index.ts';

/** Hears the answer once; without one the sheet was closed. */
type Answer<Value> = (given?: Value) => void;

/** A question a sheet asks for a program, or something it shows. One kind, one component. */
export type Question =
  | { readonly about: 'privacy'; readonly answer: Answer<boolean> }
  | { readonly about: 'contract'; readonly answer: Answer<never> }
  | { readonly about: 'settings'; readonly answer: Answer<never> }
  | { readonly about: 'phone'; readonly phone: string; readonly answer: Answer<boolean> }
  | { readonly about: 'avatar'; readonly profile: string; readonly answer: Answer<string> }
  | {
      readonly about: 'subscriptions';
      readonly kinds: readonly NoticeKind[];
      readonly answer: Answer<NoticeChoice>;
    }
  | { readonly about: 'open-program'; readonly name: string; readonly answer: Answer<boolean> }
  | { readonly about: 'share'; readonly card: ShareCard | undefined; readonly answer: Answer<never> }
  | { readonly about: 'contact'; readonly offer: ContactOffer; readonly answer: Answer<string> }
  | { readonly about: 'feedback'; readonly answer: Answer<string> }
  | { readonly about: 'address'; readonly answer: Answer<PostalAddress> }
  | { readonly about: 'invoice-title'; readonly answer: Answer<InvoiceTitle> }
  | { readonly about: 'choose-place'; readonly place: Place; readonly answer: Answer<Place> }
  | {
      readonly about: 'show-place';
      readonly place: Place;
      readonly scale: number;
      readonly answer: Answer<never>;
    }
  | { readonly about: 'call'; readonly phoneNumber: string; readonly answer: Answer<boolean> }
  | { readonly about: 'bill'; readonly bill: Bill; readonly answer: Answer<never> }
  | { readonly about: 'real-name'; readonly answer: Answer<boolean> }
  | { readonly about: 'files'; readonly wish: FileWish; readonly answer: Answer<Choice> }
  | { readonly about: 'scan'; readonly wish: ScanWish; readonly answer: Answer<ScannedCode> };

/** The question of one kind, for its component. */
export type QuestionOf<About extends Question['about']> = Extract<Question, { about: About }>;
