import type { PaymentProblem } from '../../providers/index.ts';

/** What the shell says about money. English and Chinese. */
export interface MoneyTexts {
  readonly wallet: string;
  readonly balance: string;
  /** What the value in a wallet is and is not. */
  readonly closedLoop: string;
  readonly topUp: string;
  readonly topUpFrom: (bank: string) => string;
  readonly topUpDo: (amount: string) => string;
  readonly statement: string;
  readonly statementEmpty: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly movement: string;
  readonly fromBank: (bank: string) => string;
  readonly description: string;
  readonly orderNumber: string;
  readonly transferNumber: string;
  readonly time: string;
  readonly realName: string;
  readonly realNameWhy: string;
  readonly realNameGiven: string;
  readonly realNameAsk: (program: string) => string;
  readonly name: string;
  readonly document: string;
  readonly documentHint: string;
  readonly pin: string;
  readonly pinWhy: string;
  readonly pinSet: string;
  readonly pinMissing: string;
  readonly newPin: string;
  readonly pinAgain: string;
  readonly pinDiffers: string;
  readonly password: string;
  readonly change: string;
  readonly save: string;
  readonly notNow: string;
  readonly close: string;
  readonly back: string;
  readonly again: string;
  readonly unreachable: string;
  readonly cashier: (merchant: string, amount: string) => string;
  readonly share: (total: string) => string;
  readonly split: (payers: number, paid: number) => string;
  readonly from: string;
  readonly enterPin: string;
  readonly entered: (count: number) => string;
  readonly erase: string;
  readonly paying: string;
  readonly paid: string;
  readonly missing: (amount: string) => string;
  readonly toWallet: string;
  readonly toPin: string;
  readonly payment: Readonly<Record<PaymentProblem, string>>;
  /** By the services' code. */
  readonly problems: Readonly<Record<string, string>>;
  readonly problem: string;
}

const english: MoneyTexts = {
  wallet: 'Wallet',
  balance: 'Balance',
  closedLoop: 'Value of this host only. It is not money and no bank stands behind it.',
  topUp: 'Top up',
  topUpFrom: (bank) => `From ${bank}, a test account of this host`,
  topUpDo: (amount) => `Top up ${amount}`,
  statement: 'Statement',
  statementEmpty: 'Nothing has moved yet. Top up, and it appears here.',
  kinds: {
    'top-up': 'Top-up',
    payment: 'Payment',
    share: 'Share of a bill',
    refund: 'Refund',
    transfer: 'Transfer',
    'share-return': 'Share returned',
  },
  movement: 'Movement',
  fromBank: (bank) => `Top-up from ${bank}`,
  description: 'For',
  orderNumber: 'Order',
  transferNumber: 'Number',
  time: 'Time',
  realName: 'Real name',
  realNameWhy: 'Needed once before value can move. It is kept sealed, and no program sees it.',
  realNameGiven: 'Given',
  realNameAsk: (program) => `To pay in ${program}, give your real name first`,
  name: 'Name',
  document: 'Document number',
  documentHint: '6 to 24 letters and digits',
  pin: 'Payment PIN',
  pinWhy: 'Six digits that you enter for every payment.',
  pinSet: 'Set',
  pinMissing: 'Set a payment PIN before you pay.',
  newPin: 'New PIN',
  pinAgain: 'New PIN again',
  pinDiffers: 'The two PINs differ.',
  password: 'Your password',
  change: 'Change',
  save: 'Save',
  notNow: 'Not now',
  close: 'Close',
  back: 'Back',
  again: 'Try again',
  unreachable: 'The wallet does not answer. The host may have been stopped.',
  cashier: (merchant, amount) => `Pay ${amount} to ${merchant}`,
  share: (total) => `Your share of ${total}`,
  split: (payers, paid) =>
    paid === 0 ? `Split between ${payers} people` : `Split between ${payers} people, ${paid} of them paid`,
  from: 'From',
  enterPin: 'Payment PIN',
  entered: (count) => `${count} of 6 digits entered`,
  erase: 'Erase the last digit',
  paying: 'Paying',
  paid: 'Paid',
  missing: (amount) => `${amount} is missing in your wallet.`,
  toWallet: 'Open wallet',
  toPin: 'Set a PIN',
  payment: {
    'pin-wrong': 'That PIN is not right. Five wrong ones lock it for three hours.',
    'pin-locked': 'Too many wrong PINs. Wait three hours, or set a new one.',
    'pin-not-set': 'Set a payment PIN before you pay.',
    'not-enough': 'There is not enough in your wallet.',
    'order-gone': 'This order can no longer be paid.',
    failed: 'It could not be paid. Nothing is taken twice; try once more.',
  },
  problems: {
    CREDENTIALS_WRONG: 'The password is not right.',
    REAL_NAME_NEEDED: 'Give your real name first.',
    REAL_NAME_GIVEN: 'The real name has been given before.',
    PARAM_ERROR: 'Something in this form does not fit.',
    UNREACHABLE: 'The host does not answer.',
    TOO_MANY: 'Too many tries. Wait a little.',
  },
  problem: 'That did not work.',
};

const chinese: MoneyTexts = {
  wallet: '钱包',
  balance: '余额',
  closedLoop: '仅在此宿主内有效的数值，不是货币，也没有银行担保。',
  topUp: '充值',
  topUpFrom: (bank) => `来自${bank}，此宿主的测试账户`,
  topUpDo: (amount) => `充值${amount}`,
  statement: '账单',
  statementEmpty: '还没有记录。充值后会显示在这里。',
  kinds: {
    'top-up': '充值',
    payment: '付款',
    share: '分摊付款',
    refund: '退款',
    transfer: '转账',
    'share-return': '分摊退回',
  },
  movement: '记录',
  fromBank: (bank) => `${bank}充值`,
  description: '商品',
  orderNumber: '商户单号',
  transferNumber: '流水号',
  time: '时间',
  realName: '实名',
  realNameWhy: '首次使用前需要填写一次。加密保存，任何小程序都看不到。',
  realNameGiven: '已填写',
  realNameAsk: (program) => `在${program}付款前，请先填写实名信息`,
  name: '姓名',
  document: '证件号码',
  documentHint: '6 至 24 位字母或数字',
  pin: '支付密码',
  pinWhy: '每次付款时输入的六位数字。',
  pinSet: '已设置',
  pinMissing: '付款前请先设置支付密码。',
  newPin: '新支付密码',
  pinAgain: '再次输入',
  pinDiffers: '两次输入不一致。',
  password: '登录密码',
  change: '修改',
  save: '保存',
  notNow: '暂不',
  close: '关闭',
  back: '返回',
  again: '重试',
  unreachable: '钱包没有响应，宿主可能已停止。',
  cashier: (merchant, amount) => `向${merchant}支付${amount}`,
  share: (total) => `共${total}，这是你的部分`,
  split: (payers, paid) => (paid === 0 ? `${payers} 人分摊` : `${payers} 人分摊，已付 ${paid} 人`),
  from: '付款方式',
  enterPin: '支付密码',
  entered: (count) => `已输入 ${count} 位，共 6 位`,
  erase: '删除一位',
  paying: '正在支付',
  paid: '支付成功',
  missing: (amount) => `钱包还差${amount}。`,
  toWallet: '打开钱包',
  toPin: '设置密码',
  payment: {
    'pin-wrong': '支付密码不正确。连续错误五次将锁定三小时。',
    'pin-locked': '错误次数过多。请三小时后再试，或重新设置密码。',
    'pin-not-set': '付款前请先设置支付密码。',
    'not-enough': '钱包余额不足。',
    'order-gone': '此订单已无法支付。',
    failed: '支付未完成。不会重复扣款，请再试一次。',
  },
  problems: {
    CREDENTIALS_WRONG: '密码不正确。',
    REAL_NAME_NEEDED: '请先填写实名信息。',
    REAL_NAME_GIVEN: '实名信息已填写过。',
    PARAM_ERROR: '有一项填写不正确。',
    UNREACHABLE: '宿主没有响应。',
    TOO_MANY: '尝试过多，请稍候。',
  },
  problem: '操作未成功。',
};

export const moneyTexts: MoneyTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;

/** What to tell a person about a code of the services. */
export function problemText(code: string): string {
  return (Object.hasOwn(moneyTexts.problems, code) ? moneyTexts.problems[code] : undefined) ?? moneyTexts.problem;
}
