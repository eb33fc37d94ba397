/** What the shell says to and about the person before it: account, questions of programs. English and Chinese. */
export interface PersonTexts {
  readonly signInFirst: string;
  readonly signIn: string;
  readonly signUp: string;
  readonly signOut: string;
  readonly signedOut: string;
  readonly localUserNote: (phone: string, password: string) => string;
  readonly enterAsLocal: string;
  readonly byPassword: string;
  readonly byCode: string;
  readonly country: string;
  readonly phone: string;
  readonly password: string;
  readonly newPassword: string;
  readonly code: string;
  readonly secondFactor: string;
  readonly sendCode: string;
  readonly nickname: string;
  readonly phoneSimulator: string;
  readonly phoneSimulatorHint: string;
  readonly noMessages: string;
  readonly editProfile: string;
  readonly picture: string;
  readonly choosePicture: string;
  readonly removePicture: string;
  readonly save: string;
  readonly publicId: string;
  readonly sessions: string;
  readonly thisDevice: string;
  readonly revoke: string;
  /** By the services' code. */
  readonly problems: Readonly<Record<string, string>>;
  readonly problem: string;
  readonly location: string;
  readonly privacyAsk: (name: string) => string;
  readonly privacyHint: string;
  readonly readContract: string;
  readonly accept: string;
  readonly refuse: string;
  readonly contract: string;
  readonly contractIntro: (name: string) => string;
  readonly contractNothing: string;
  readonly contractNote: string;
  readonly contractAddress: string;
  readonly contractPlace: string;
  readonly settings: string;
  readonly settingsIntro: (name: string) => string;
  readonly settingsNothing: string;
  readonly history: string;
  readonly decisions: Readonly<Record<'granted' | 'refused' | 'forgotten', string>>;
  readonly privacyScope: string;
  readonly template: (id: string) => string;
  readonly phoneAsk: (name: string) => string;
  readonly allow: string;
  readonly avatarAsk: string;
  readonly useProfile: string;
  readonly fromFile: string;
  readonly notAPicture: string;
  readonly subscribeAsk: (name: string) => string;
  readonly openAsk: (name: string, other: string) => string;
  readonly open: string;
  readonly share: string;
  readonly shareNote: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly cannotShare: string;
  readonly cannotShareHint: string;
  readonly feedback: string;
  readonly feedbackHint: string;
  readonly feedbackText: string;
  readonly send: string;
  readonly close: string;
  readonly done: string;
  readonly cancel: string;
  readonly addressAsk: string;
  readonly addresses: string;
  readonly noAddresses: string;
  readonly addAddress: string;
  readonly remove: string;
  /** The name of that button, which stands once for each thing kept. */
  readonly removeKept: (name: string) => string;
  readonly addressFields: Readonly<Record<AddressField, string>>;
  readonly useThis: string;
  readonly callAsk: (phoneNumber: string) => string;
  readonly call: string;
}

export type AddressField =
  | 'userName'
  | 'telNumber'
  | 'provinceName'
  | 'cityName'
  | 'countyName'
  | 'detailInfo'
  | 'postalCode';

const english: PersonTexts = {
  signInFirst: 'Sign in to open programs.',
  signIn: 'Sign in',
  signUp: 'Sign up',
  signOut: 'Sign out',
  signedOut: 'Nobody is signed in',
  localUserNote: (phone, password) => `Development starts with this local user. Phone ${phone}, password ${password}.`,
  enterAsLocal: 'Continue as the local user',
  byPassword: 'Password',
  byCode: 'Code',
  country: 'Country',
  phone: 'Phone number',
  password: 'Password',
  newPassword: 'Password, 8 characters or more',
  code: 'Six-digit code',
  secondFactor: 'Code of your authenticator',
  sendCode: 'Send code',
  nickname: 'Name',
  phoneSimulator: 'Phone simulator',
  phoneSimulatorHint: 'What the phone of this number shows.',
  noMessages: 'No messages.',
  editProfile: 'Edit profile',
  picture: 'Picture',
  choosePicture: 'Choose a picture',
  removePicture: 'Remove',
  save: 'Save',
  publicId: 'Id',
  sessions: 'Signed in on',
  thisDevice: 'this device',
  revoke: 'Sign out',
  problems: {
    CODE_WRONG: 'The code is wrong or has expired.',
    CREDENTIALS_WRONG: 'The number or the password is wrong.',
    ACCOUNT_EXISTS: 'This number has an account. Sign in.',
    NO_ACCOUNT: 'This number has no account. Sign up.',
    TOO_MANY: 'Too often. Wait a minute.',
    PHONE_INVALID: 'This is not a mobile number of that country.',
    PARAM_ERROR: 'Something is missing or too short.',
    UNREACHABLE: 'The host does not answer.',
  },
  problem: 'That did not work.',
  location: 'Location',
  privacyAsk: (name) => `${name} asks you to accept its privacy contract`,
  privacyHint: 'It says what the program may do with data about you.',
  readContract: 'Read the contract',
  accept: 'Accept',
  refuse: 'Refuse',
  contract: 'Privacy contract',
  contractIntro: (name) => `${name} may ask for the following. Each is asked for again before it is used.`,
  contractNothing: 'It declares nothing that concerns you.',
  contractAddress: 'see the address you choose',
  contractPlace: 'see the place you choose',
  contractNote: 'Put together by this host from what the program declares.',
  settings: 'Settings',
  settingsIntro: (name) => `What ${name} may do`,
  settingsNothing: 'It has not asked for anything yet.',
  history: 'History',
  decisions: { granted: 'allowed', refused: 'refused', forgotten: 'forgotten' },
  privacyScope: 'Privacy contract',
  template: (id) => `Notices ${id}`,
  phoneAsk: (name) => `${name} asks for your phone number`,
  allow: 'Allow',
  avatarAsk: 'Choose your picture',
  useProfile: 'Use my profile picture',
  fromFile: 'Choose from files',
  notAPicture: 'This file is no picture, or too large.',
  subscribeAsk: (name) => `${name} wants to send you notices`,
  openAsk: (name, other) => `${name} wants to open ${other}`,
  open: 'Open',
  share: 'Share',
  shareNote: 'There are no contacts here yet. Send the link yourself.',
  copyLink: 'Copy link',
  copied: 'Copied',
  cannotShare: 'This page cannot be shared',
  cannotShareHint: 'The program offers nothing to share on it.',
  feedback: 'Feedback',
  feedbackHint: 'It goes to the log of this host, where the maker of the program reads it.',
  feedbackText: 'What works, what does not',
  send: 'Send',
  close: 'Close',
  done: 'Done',
  cancel: 'Cancel',
  addressAsk: 'Choose an address',
  addresses: 'Addresses',
  noAddresses: 'Your address book is empty.',
  addAddress: 'New address',
  remove: 'Remove',
  removeKept: (name) => `Remove ${name}`,
  addressFields: {
    userName: 'Name',
    telNumber: 'Phone number',
    provinceName: 'Province',
    cityName: 'City',
    countyName: 'District',
    detailInfo: 'Street and number',
    postalCode: 'Postal code',
  },
  useThis: 'Use this',
  callAsk: (phoneNumber) => `Call ${phoneNumber}?`,
  call: 'Call',
};

const chinese: PersonTexts = {
  signInFirst: '登录后才能打开小程序。',
  signIn: '登录',
  signUp: '注册',
  signOut: '退出登录',
  signedOut: '尚未登录',
  localUserNote: (phone, password) => `开发环境自带的本地用户。手机号 ${phone}，密码 ${password}。`,
  enterAsLocal: '以本地用户继续',
  byPassword: '密码',
  byCode: '验证码',
  country: '国家或地区',
  phone: '手机号',
  password: '密码',
  newPassword: '密码，至少 8 个字符',
  code: '六位验证码',
  secondFactor: '身份验证器的验证码',
  sendCode: '发送验证码',
  nickname: '昵称',
  phoneSimulator: '手机模拟器',
  phoneSimulatorHint: '此号码的手机上显示的内容。',
  noMessages: '没有短信。',
  editProfile: '编辑资料',
  picture: '头像',
  choosePicture: '选择图片',
  removePicture: '移除',
  save: '保存',
  publicId: '账号',
  sessions: '已登录的设备',
  thisDevice: '本设备',
  revoke: '退出',
  problems: {
    CODE_WRONG: '验证码错误或已过期。',
    CREDENTIALS_WRONG: '手机号或密码错误。',
    ACCOUNT_EXISTS: '此号码已注册，请登录。',
    NO_ACCOUNT: '此号码尚未注册，请注册。',
    TOO_MANY: '操作过于频繁，请稍候一分钟。',
    PHONE_INVALID: '这不是该国家或地区的手机号。',
    PARAM_ERROR: '有内容未填写或过短。',
    UNREACHABLE: '宿主没有响应。',
  },
  problem: '操作未成功。',
  location: '位置',
  privacyAsk: (name) => `${name}请你同意其隐私保护指引`,
  privacyHint: '它说明小程序会如何使用你的信息。',
  readContract: '阅读指引',
  accept: '同意',
  refuse: '拒绝',
  contract: '隐私保护指引',
  contractIntro: (name) => `${name}可能会请求以下内容，每次使用前都会再次询问你。`,
  contractNothing: '它没有声明任何与你有关的内容。',
  contractAddress: '获取你选择的地址',
  contractPlace: '获取你选择的位置',
  contractNote: '由此宿主根据小程序的声明整理。',
  settings: '设置',
  settingsIntro: (name) => `允许${name}`,
  settingsNothing: '它还没有请求过任何权限。',
  history: '记录',
  decisions: { granted: '已允许', refused: '已拒绝', forgotten: '已清除' },
  privacyScope: '隐私保护指引',
  template: (id) => `通知 ${id}`,
  phoneAsk: (name) => `${name}申请获取你的手机号`,
  allow: '允许',
  avatarAsk: '选择头像',
  useProfile: '使用我的头像',
  fromFile: '从文件选择',
  notAPicture: '此文件不是图片，或图片过大。',
  subscribeAsk: (name) => `${name}想给你发送通知`,
  openAsk: (name, other) => `${name}想打开${other}`,
  open: '打开',
  share: '分享',
  shareNote: '这里还没有联系人，请自行发送链接。',
  copyLink: '复制链接',
  copied: '已复制',
  cannotShare: '此页面不能分享',
  cannotShareHint: '小程序没有为此页面提供分享内容。',
  feedback: '反馈',
  feedbackHint: '内容会写入此宿主的日志，供小程序开发者查看。',
  feedbackText: '哪里好用，哪里不好用',
  send: '发送',
  close: '关闭',
  done: '完成',
  cancel: '取消',
  addressAsk: '选择收货地址',
  addresses: '地址',
  noAddresses: '地址簿是空的。',
  addAddress: '新增地址',
  remove: '删除',
  removeKept: (name) => `删除${name}`,
  addressFields: {
    userName: '收货人',
    telNumber: '手机号',
    provinceName: '省',
    cityName: '市',
    countyName: '区县',
    detailInfo: '街道门牌',
    postalCode: '邮编',
  },
  useThis: '使用此地址',
  callAsk: (phoneNumber) => `呼叫 ${phoneNumber}？`,
  call: '呼叫',
};

export const personTexts: PersonTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;
