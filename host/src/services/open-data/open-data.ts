import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Identity } from '../identity/index.ts';

/** Data a program may show and its server can check or open with the session key of the last exchanged login. */
export interface Sealed {
  /** Base64 of AES-128-CBC with PKCS#7 by the session key. Empty when no login has been exchanged. */
  readonly encryptedData: string;
  /** Base64 of 16 bytes; empty as `encryptedData`. */
  readonly iv: string;
}

export interface UserInfo extends Sealed {
  readonly userInfo: AnonymousUser;
  /** `userInfo` as JSON, exactly as it was signed. */
  readonly rawData: string;
  /** SHA-1 of `rawData` and the session key, in hex. Empty when no login has been exchanged. */
  readonly signature: string;
}

export interface AnonymousUser {
  readonly nickName: string;
  readonly avatarUrl: string;
  readonly gender: 0;
  readonly country: '';
  readonly province: '';
  readonly city: '';
  readonly language: string;
}

export interface OpenData {
  /** Documented since October 2022: everybody is the same anonymous person; name and picture come by their own inputs. */
  userInfo(app: string, user: string, language: string): Promise<UserInfo>;
  phone(app: string, user: string): Promise<Sealed>;
  /** Whether a login has been exchanged and its key still holds. */
  hasSession(app: string, user: string): Promise<boolean>;
}

export interface OpenDataOptions {
  readonly identity: Pick<Identity, 'apps' | 'openIdOf' | 'unionIdOf' | 'sessionKey'>;
  readonly phoneOf: (user: string) => Promise<{ callingCode: string; number: string; country: string }>;
  readonly now: () => number;
}

/** After developers.weixin.qq.com "signature": what is signed and sealed is the same everywhere, so servers' code works. */
export function createOpenData({ identity, phoneOf, now }: OpenDataOptions): OpenData {
  const watermark = (app: string) => ({ timestamp: Math.floor(now() / 1_000), appid: app });
  return {
    async userInfo(app, user, language) {
      const userInfo = anonymous(language);
      const rawData = JSON.stringify(userInfo);
      const key = await identity.sessionKey(app, user);
      if (key === undefined) return { userInfo, rawData, signature: '', encryptedData: '', iv: '' };
      const developer = (await identity.apps.find(app))?.developer;
      const whole = {
        openId: identity.openIdOf(app, user),
        ...userInfo,
        ...(developer !== undefined && { unionId: identity.unionIdOf(developer, user) }),
        watermark: watermark(app),
      };
      const signature = createHash('sha1').update(`${rawData}${key}`).digest('hex');
      return { userInfo, rawData, signature, ...seal(key, whole) };
    },
    async phone(app, user) {
      const key = await identity.sessionKey(app, user);
      if (key === undefined) return { encryptedData: '', iv: '' };
      const { callingCode, number, country } = await phoneOf(user);
      return seal(key, {
        // Documented: numbers from outside the mainland come with their calling code.
        phoneNumber: country === 'CN' ? number : `+${callingCode}${number}`,
        purePhoneNumber: number,
        countryCode: callingCode,
        watermark: watermark(app),
      });
    },
    hasSession: async (app, user) => (await identity.sessionKey(app, user)) !== undefined,
  };
}

function seal(key: string, data: object): Sealed {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(key, 'base64'), iv);
  const bytes = Buffer.concat([cipher.update(JSON.stringify(data), 'utf8'), cipher.final()]);
  return { encryptedData: bytes.toString('base64'), iv: iv.toString('base64') };
}

function anonymous(language: string): AnonymousUser {
  const nickName = language.startsWith('zh') ? '匿名用户' : 'Anonymous user';
  return { nickName, avatarUrl, gender: 0, country: '', province: '', city: '', language };
}

/** Nobody in particular, in grey. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#d5dad6" d="M0 0h64v64H0z"/>' +
  '<circle cx="32" cy="25" r="11" fill="#f6f7f4"/><path fill="#f6f7f4" d="M10 64c0-14 9-23 22-23s22 9 22 23z"/></svg>';
const avatarUrl = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`;
