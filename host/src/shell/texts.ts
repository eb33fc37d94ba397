import { isolated } from './isolated.ts';

/** Every sentence of the shell, in English and Chinese. Short, human, no jargon. */
export interface Texts {
  readonly home: string;
  readonly tasks: string;
  readonly me: string;
  readonly rail: string;
  readonly following: string;
  readonly greeting: string;
  readonly search: string;
  readonly clearSearch: string;
  readonly recent: string;
  readonly programs: string;
  readonly nothingFound: (words: string) => string;
  readonly noPrograms: string;
  readonly noProgramsHint: string;
  readonly unreachable: string;
  readonly unreachableHint: string;
  readonly again: string;
  readonly doesNotBuild: string;
  readonly noTasks: string;
  readonly noTasksHint: string;
  readonly goHome: string;
  readonly broken: string;
  readonly brokenHint: string;
  readonly running: string;
  readonly starting: string;
  readonly stopped: string;
  readonly closeNamed: (name: string) => string;
  readonly appearance: string;
  readonly appearances: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly phone: string;
  readonly models: Readonly<Record<'small' | 'medium' | 'large', string>>;
  readonly about: string;
  readonly hostVersion: string;
  readonly node: string;
  readonly offers: string;
  readonly menu: string;
  readonly leave: string;
  readonly moreInfo: string;
  readonly reload: string;
  readonly closeProgram: string;
  readonly cancel: string;
  readonly back: string;
  readonly version: string;
  readonly identity: string;
  readonly package: string;
  readonly folder: string;
  readonly mode: string;
  readonly modeDevelopment: string;
  readonly modeChecked: string;
  readonly used: string;
  readonly usedNothing: string;
  readonly times: (count: number) => string;
  readonly refused: (count: number) => string;
  readonly developmentBadge: string;
  readonly compileTitle: (count: number) => string;
  readonly compileKeeps: string;
  readonly compileNothing: string;
  readonly hide: string;
  readonly failed: string;
  readonly restart: string;
  readonly silentPlayer: string;
  readonly unknownProgram: (appId: string) => string;
  readonly errors: (count: number) => string;
  readonly wants: (name: string, what: string) => string;
  readonly itsReason: string;
  readonly allow: string;
  readonly refuse: string;
  readonly scopes: Readonly<Record<string, string>>;
  readonly scopeUnknown: string;
}

const english: Texts = {
  home: 'Home',
  tasks: 'Tasks',
  me: 'Me',
  rail: 'Main',
  following: 'A program follows where you are',
  greeting: 'Programs',
  search: 'Search programs',
  clearSearch: 'Clear search',
  recent: 'Recent',
  programs: 'All programs',
  nothingFound: (words) => `Nothing is called “${words}”.`,
  noPrograms: 'No programs yet',
  noProgramsHint: 'Start the host with a folder that holds one: npm start -- path/to/program',
  unreachable: 'The host does not answer',
  unreachableHint: 'It may have been stopped in its terminal. Start it again, then try once more.',
  again: 'Try again',
  doesNotBuild: 'Does not build',
  noTasks: 'Nothing is running',
  noTasksHint: 'Programs you open stay here until you close them.',
  goHome: 'Show programs',
  broken: 'This page could not be shown',
  brokenHint: 'The fault is the host’s. What runs goes on.',
  running: 'Running',
  starting: 'Starting',
  stopped: 'Stopped',
  closeNamed: (name) => `Close ${name}`,
  appearance: 'Appearance',
  appearances: { system: 'System', light: 'Light', dark: 'Dark' },
  phone: 'Phone',
  models: { small: 'Small', medium: 'Medium', large: 'Large' },
  about: 'About this host',
  hostVersion: 'Terrarium',
  node: 'Node',
  offers: 'What programs keep here belongs to who is signed in.',
  menu: 'Menu',
  leave: 'Leave, keep running',
  moreInfo: 'More info',
  reload: 'Reload',
  closeProgram: 'Close program',
  cancel: 'Cancel',
  back: 'Back',
  version: 'Version',
  identity: 'App id',
  package: 'Package',
  folder: 'Folder',
  mode: 'Mode',
  modeDevelopment: 'Development: domains and capabilities unchecked',
  modeChecked: 'Domains and capabilities checked against its manifest',
  used: 'What it has used',
  usedNothing: 'It has asked the host for nothing since it was opened.',
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  refused: (count) => `${count} refused`,
  developmentBadge: 'Development mode: domains and capabilities unchecked',
  compileTitle: (count) => (count === 1 ? 'This program does not build' : `${count} problems keep it from building`),
  compileKeeps: 'The last good build keeps running.',
  compileNothing: 'It starts as soon as it builds.',
  hide: 'Hide',
  failed: 'This program has stopped',
  restart: 'Restart',
  silentPlayer:
    'its window did not answer within 10 seconds; restart it, and look at the terminal if that does not help',
  unknownProgram: (appId) => `There is no program “${appId}” on this host.`,
  errors: (count) => (count === 1 ? '1 error' : `${count} errors`),
  wants: (name, what) => `${isolated(name)} wants to ${what}`,
  itsReason: 'It says',
  allow: 'Allow',
  refuse: 'Refuse',
  scopes: {
    'scope.userLocation': 'know where you are',
    'scope.userFuzzyLocation': 'know roughly where you are',
    'scope.userLocationBackground': 'know where you are while it is in the background',
    'scope.record': 'use the microphone',
    'scope.camera': 'use the camera',
    'scope.bluetooth': 'use Bluetooth',
    'scope.writePhotosAlbum': 'save pictures to your album',
    'scope.addPhoneContact': 'add a contact',
    'scope.addPhoneCalendar': 'add to your calendar',
    'scope.werun': 'read your steps',
    'scope.userInfo': 'know your name and picture',
  },
  scopeUnknown: 'use a protected capability',
};

const chinese: Texts = {
  home: '首页',
  tasks: '任务',
  me: '我',
  rail: '主导航',
  following: '有小程序正在获取你的位置',
  greeting: '小程序',
  search: '搜索小程序',
  clearSearch: '清空搜索',
  recent: '最近使用',
  programs: '全部小程序',
  nothingFound: (words) => `没有找到“${words}”。`,
  noPrograms: '还没有小程序',
  noProgramsHint: '启动时带上小程序所在的文件夹：npm start -- path/to/program',
  unreachable: '宿主没有响应',
  unreachableHint: '它可能已在终端中停止。重新启动后再试一次。',
  again: '重试',
  doesNotBuild: '无法编译',
  noTasks: '没有正在运行的小程序',
  noTasksHint: '打开的小程序会留在这里，直到你关闭它。',
  goHome: '查看小程序',
  broken: '无法显示此页面',
  brokenHint: '这是宿主的问题，正在运行的小程序不受影响。',
  running: '运行中',
  starting: '启动中',
  stopped: '已停止',
  closeNamed: (name) => `关闭${name}`,
  appearance: '外观',
  appearances: { system: '跟随系统', light: '浅色', dark: '深色' },
  phone: '手机',
  models: { small: '小', medium: '中', large: '大' },
  about: '关于此宿主',
  hostVersion: 'Terrarium',
  node: 'Node',
  offers: '小程序在此保存的数据属于当前登录的用户。',
  menu: '菜单',
  leave: '离开，保持运行',
  moreInfo: '更多资料',
  reload: '重新加载',
  closeProgram: '关闭小程序',
  cancel: '取消',
  back: '返回',
  version: '版本',
  identity: '应用标识',
  package: '程序包',
  folder: '文件夹',
  mode: '模式',
  modeDevelopment: '开发模式：不校验域名与能力',
  modeChecked: '按清单校验域名与能力',
  used: '已使用的能力',
  usedNothing: '打开以来没有向宿主请求过任何能力。',
  times: (count) => `${count} 次`,
  refused: (count) => `拒绝 ${count} 次`,
  developmentBadge: '开发模式：不校验域名与能力',
  compileTitle: (count) => (count === 1 ? '小程序无法编译' : `有 ${count} 个问题导致无法编译`),
  compileKeeps: '上一次成功的构建仍在运行。',
  compileNothing: '编译成功后会立即启动。',
  hide: '隐藏',
  failed: '小程序已停止',
  restart: '重新启动',
  silentPlayer: '窗口在 10 秒内没有响应；请重新启动，若仍无效请查看终端',
  unknownProgram: (appId) => `此宿主上没有小程序“${appId}”。`,
  errors: (count) => `${count} 个错误`,
  wants: (name, what) => `${isolated(name)}想要${what}`,
  itsReason: '它的说明',
  allow: '允许',
  refuse: '拒绝',
  scopes: {
    'scope.userLocation': '获取你的位置',
    'scope.userFuzzyLocation': '获取你的大致位置',
    'scope.userLocationBackground': '在后台获取你的位置',
    'scope.record': '使用麦克风',
    'scope.camera': '使用摄像头',
    'scope.bluetooth': '使用蓝牙',
    'scope.writePhotosAlbum': '保存图片到相册',
    'scope.addPhoneContact': '添加联系人',
    'scope.addPhoneCalendar': '添加日程',
    'scope.werun': '读取你的步数',
    'scope.userInfo': '获取你的昵称和头像',
  },
  scopeUnknown: '使用一项受保护的能力',
};

/** The texts for a BCP 47 language tag: Chinese for `zh…`, else English. */
export function textsFor(language: string): Texts {
  return /^zh\b/i.test(language) ? chinese : english;
}

export const texts: Texts = textsFor(globalThis.navigator?.language ?? 'en');
