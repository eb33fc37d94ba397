export type InvoiceField = 'title' | 'taxNumber' | 'companyAddress' | 'telephone' | 'bankName' | 'bankAccount';

/** What the shell says about invoice titles. English and Chinese. */
export interface InvoiceTexts {
  readonly titles: string;
  readonly none: string;
  readonly ask: string;
  readonly add: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<'0' | '1', string>>;
  readonly fields: Readonly<Record<InvoiceField, string>>;
}

const english: InvoiceTexts = {
  titles: 'Invoice titles',
  none: 'Nobody to make an invoice out to yet.',
  ask: 'Whom is the invoice for?',
  add: 'Add an invoice title',
  kind: 'For',
  kinds: { '0': 'A company', '1': 'A person' },
  fields: {
    title: 'Name on the invoice',
    taxNumber: 'Tax number',
    companyAddress: 'Address',
    telephone: 'Phone number',
    bankName: 'Bank',
    bankAccount: 'Account',
  },
};

const chinese: InvoiceTexts = {
  titles: '发票抬头',
  none: '还没有发票抬头。',
  ask: '选择发票抬头',
  add: '添加发票抬头',
  kind: '类型',
  kinds: { '0': '单位', '1': '个人' },
  fields: {
    title: '抬头名称',
    taxNumber: '税号',
    companyAddress: '单位地址',
    telephone: '电话号码',
    bankName: '开户银行',
    bankAccount: '银行账号',
  },
};

export const invoiceTexts: InvoiceTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;
