import { createDecipheriv, createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { createOpenData } from './open-data.ts';

const key = Buffer.alloc(16, 7).toString('base64');

const open = (sessionKey: string | undefined) =>
  createOpenData({
    identity: {
      apps: {
        find: async (id) => ({ id, developer: 'studio' }),
        register: async () => undefined,
        addSecret: async () => '',
        revokeSecret: async () => undefined,
        hasSecret: async () => false,
      },
      openIdOf: (app, user) => `o-${app}-${user}`,
      unionIdOf: (developer, user) => `u-${developer}-${user}`,
      sessionKey: async () => sessionKey,
    },
    phoneOf: async () => ({ callingCode: '86', number: '13800000000', country: 'CN' }),
    now: () => 5_000,
  });

const decrypt = (data: string, iv: string): unknown => {
  const cipher = createDecipheriv('aes-128-cbc', Buffer.from(key, 'base64'), Buffer.from(iv, 'base64'));
  return JSON.parse(Buffer.concat([cipher.update(data, 'base64'), cipher.final()]).toString());
};

test('a server with the session key checks and opens what the program was handed', async () => {
  const info = await open(key).userInfo('pizza', 'ann', 'en');
  expect(info.userInfo).toMatchObject({ nickName: 'Anonymous user', gender: 0, city: '' });
  expect(JSON.parse(info.rawData)).toEqual(info.userInfo);
  expect(info.signature).toBe(createHash('sha1').update(`${info.rawData}${key}`).digest('hex'));
  expect(decrypt(info.encryptedData, info.iv)).toEqual({
    ...info.userInfo,
    openId: 'o-pizza-ann',
    unionId: 'u-studio-ann',
    watermark: { timestamp: 5, appid: 'pizza' },
  });
  const phone = await open(key).phone('pizza', 'ann');
  expect(decrypt(phone.encryptedData, phone.iv)).toMatchObject({ phoneNumber: '13800000000', countryCode: '86' });
});

test('without an exchanged login nothing is signed or sealed', async () => {
  const data = open(undefined);
  expect(await data.userInfo('pizza', 'ann', 'zh_CN')).toMatchObject({ signature: '', encryptedData: '', iv: '' });
  expect(await data.phone('pizza', 'ann')).toEqual({ encryptedData: '', iv: '' });
  expect(await data.hasSession('pizza', 'ann')).toBe(false);
});
