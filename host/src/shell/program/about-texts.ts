/** What the page about a program says. English and Chinese. */
export interface AboutTexts {
  readonly capabilities: string;
  readonly capabilitiesNone: string;
  readonly domains: string;
  readonly domainsNone: string;
  readonly neverCalled: string;
  readonly calls: (calls: number, failed: number) => string;
  readonly traffic: (sent: string, received: string) => string;
  readonly kept: string;
  readonly values: (count: number) => string;
  readonly files: (count: number) => string;
  readonly exportKept: string;
  readonly exportFailed: string;
  readonly deleteKept: string;
  readonly deleteSure: (name: string) => string;
  readonly deleteNow: string;
  readonly deleted: (name: string) => string;
  readonly notDeleted: string;
}

const english: AboutTexts = {
  capabilities: 'May ask for',
  capabilitiesNone: 'It declares nothing it would ask the host for.',
  domains: 'Servers',
  domainsNone: 'It has called no server since the host started.',
  neverCalled: 'not called',
  calls: (calls, failed) => `${calls === 1 ? '1 call' : `${calls} calls`}${failed === 0 ? '' : `, ${failed} failed`}`,
  traffic: (sent, received) => `${sent} sent, ${received} received`,
  kept: 'What it keeps here',
  values: (count) => (count === 1 ? '1 value' : `${count} values`),
  files: (count) => (count === 1 ? '1 file' : `${count} files`),
  exportKept: 'Export',
  exportFailed: 'That could not be read.',
  deleteKept: 'Delete',
  deleteSure: (name) => `Delete all that ${name} keeps for you? It is closed first. This cannot be undone.`,
  deleteNow: 'Delete it all',
  deleted: (name) => `${name} keeps nothing here any more.`,
  notDeleted: 'That could not be deleted. Try again.',
};

const chinese: AboutTexts = {
  capabilities: '可请求的能力',
  capabilitiesNone: '没有声明任何能力。',
  domains: '服务器',
  domainsNone: '宿主启动以来没有访问过服务器。',
  neverCalled: '未访问',
  calls: (calls, failed) => `${calls} 次${failed === 0 ? '' : `，失败 ${failed} 次`}`,
  traffic: (sent, received) => `发送 ${sent}，接收 ${received}`,
  kept: '保存的数据',
  values: (count) => `${count} 项数据`,
  files: (count) => `${count} 个文件`,
  exportKept: '导出',
  exportFailed: '无法读取。',
  deleteKept: '删除',
  deleteSure: (name) => `删除${name}为你保存的全部数据？小程序会先关闭，此操作无法撤销。`,
  deleteNow: '全部删除',
  deleted: (name) => `${name}已不再保存任何数据。`,
  notDeleted: '未能删除，请重试。',
};

export const aboutTexts: AboutTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;
