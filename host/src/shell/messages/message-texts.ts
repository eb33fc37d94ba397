/** What the shell says about conversations and notices. English and Chinese. */
export interface MessageTexts {
  readonly messages: string;
  readonly unread: (count: number) => string;
  readonly notices: string;
  readonly conversations: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly open: string;
  readonly putAway: (title: string) => string;
  readonly contact: (name: string) => string;
  readonly contactEmpty: string;
  readonly write: string;
  readonly send: string;
  readonly offer: string;
  readonly sendCard: string;
  readonly you: string;
  readonly notSent: string;
  readonly tooMany: string;
  readonly card: string;
  readonly kind: (title: string) => string;
  readonly always: string;
  readonly alwaysHint: string;
}

const english: MessageTexts = {
  messages: 'Messages',
  unread: (count) => (count === 1 ? 'Messages, 1 unread' : `Messages, ${count} unread`),
  notices: 'Service notices',
  conversations: 'Conversations',
  nothing: 'No messages',
  nothingHint: 'Notices you allow and answers of customer service come here.',
  open: 'Open',
  putAway: (title) => `Put away “${title}”`,
  contact: (name) => `Customer service of ${name}`,
  contactEmpty: 'Write what it is about. The maker of the program answers here.',
  write: 'Message',
  send: 'Send',
  offer: 'Send this page along?',
  sendCard: 'Send page',
  you: 'You',
  notSent: 'That was not sent. Try again.',
  tooMany: 'That was too many at once. Wait a minute.',
  card: 'Page of the program',
  kind: (title) => `“${title}”`,
  always: 'Always do so, do not ask again',
  alwaysHint: 'Each time you allow it, the program may send one notice of that kind.',
};

const chinese: MessageTexts = {
  messages: '消息',
  unread: (count) => `消息，${count} 条未读`,
  notices: '服务通知',
  conversations: '会话',
  nothing: '暂无消息',
  nothingHint: '你允许的通知和客服回复会出现在这里。',
  open: '打开',
  putAway: (title) => `移除“${title}”`,
  contact: (name) => `${name}的客服`,
  contactEmpty: '请描述你的问题，小程序的开发者会在这里回复。',
  write: '消息',
  send: '发送',
  offer: '发送此页面？',
  sendCard: '发送页面',
  you: '你',
  notSent: '未能发送，请重试。',
  tooMany: '发送过于频繁，请稍候一分钟。',
  card: '小程序页面',
  kind: (title) => `“${title}”`,
  always: '总是保持以上选择，不再询问',
  alwaysHint: '每次允许后，小程序可发送一条该类通知。',
};

export const messageTexts: MessageTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;
