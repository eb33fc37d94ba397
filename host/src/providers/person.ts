/** A page somebody wants to hand on. */
export interface ShareCard {
  /** Empty: the program's name. */
  readonly title: string;
  /** With its query. */
  readonly path: string;
  /** As the program wrote it; empty when there is none. */
  readonly imageUrl: string;
}

export interface Place {
  readonly name: string;
  readonly address: string;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

/** The fields of `wx.chooseAddress`. */
export interface PostalAddress {
  readonly userName: string;
  readonly postalCode: string;
  readonly provinceName: string;
  readonly cityName: string;
  readonly countyName: string;
  readonly streetName: string;
  readonly detailInfo: string;
  readonly detailInfoNew: string;
  readonly nationalCode: string;
  readonly telNumber: string;
}

/** What a program hands over when it opens the conversation with its maker. */
export interface ContactOffer {
  /** For its server: where the person came from. */
  readonly sessionFrom: string;
  /** A page the person may send along; undefined: none is offered. */
  readonly card: ShareCard | undefined;
}

/** A kind of notice a program wants to send. */
export interface NoticeKind {
  readonly id: string;
  /** Empty when the program's maker has not said what it tells. */
  readonly title: string;
}

/** What a person wants notices of. */
export interface NoticeChoice {
  readonly accepted: readonly string[];
  /** They do not want to be asked again. */
  readonly always: boolean;
}

/** The fields of `wx.chooseInvoiceTitle`. */
export interface InvoiceTitle {
  /** `0` a company, `1` a person. */
  readonly type: '0' | '1';
  readonly title: string;
  readonly taxNumber: string;
  readonly companyAddress: string;
  readonly telephone: string;
  readonly bankName: string;
  readonly bankAccount: string;
}

/** A code somebody read. */
export interface ScannedCode {
  readonly result: string;
  /** WeChat's word: `QR_CODE`, `EAN_13` … */
  readonly scanType: string;
  /** Base64. */
  readonly rawData: string;
}

/** Kinds of codes, in the words of `wx.scanCode`. */
export const codeKinds = ['barCode', 'qrCode', 'datamatrix', 'pdf417'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** What a program wants to have read. */
export interface ScanWish {
  readonly kinds: readonly CodeKind[];
  /** A picture from a file does not do. */
  readonly onlyFromCamera: boolean;
}

/**
 * Who sits before the shell: what the host asks and shows them, in sheets of its own above the program. `undefined`
 * means that the sheet was closed, or could not be shown because the program is not in front or another one is open.
 */
export interface Person {
  askPrivacy(appId: string): Promise<boolean | undefined>;
  showPrivacyContract(appId: string): Promise<void>;
  /** Shows every scope with its switch; what is changed there is decided when this resolves. */
  showSettings(appId: string): Promise<void>;
  /** `phone` has its middle hidden. */
  askPhone(appId: string, phone: string): Promise<boolean | undefined>;
  /** A data URL. `profile` is the picture of the profile, empty when there is none. */
  chooseAvatar(appId: string, profile: string): Promise<string | undefined>;
  askSubscriptions(appId: string, kinds: readonly NoticeKind[]): Promise<NoticeChoice | undefined>;
  askOpenProgram(appId: string, name: string): Promise<boolean | undefined>;
  /** `undefined` for a card: the page cannot be shared. */
  share(appId: string, card: ShareCard | undefined): Promise<void>;
  /** The conversation with the program's maker. The path of the card in it that the person came back by. */
  openContact(appId: string, offer: ContactOffer): Promise<string | undefined>;
  writeFeedback(appId: string): Promise<string | undefined>;
  chooseAddress(appId: string): Promise<PostalAddress | undefined>;
  chooseInvoiceTitle(appId: string): Promise<InvoiceTitle | undefined>;
  choosePlace(appId: string, start: Place): Promise<Place | undefined>;
  /** `scale`: from 5, a continent, to 18, a street. */
  showPlace(appId: string, place: Place, scale: number): Promise<void>;
  askCall(appId: string, phoneNumber: string): Promise<boolean | undefined>;
  scan(appId: string, wish: ScanWish): Promise<ScannedCode | undefined>;
}
