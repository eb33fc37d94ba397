import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { createPersonal } from './personal.ts';
import { type Phone, splitPhone } from './phones.ts';

const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const perhaps = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most)), '');

export const nicknameSchema = line(32);
/** A small picture in the profile itself, so that a program gets it without asking anybody else. */
export const avatarSchema = v.pipe(
  v.string(),
  v.maxLength(160 * 1024),
  v.regex(/^(data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*)?$/),
);
/** The fields of `wx.chooseAddress`. */
export const addressSchema = v.object({
  userName: line(40),
  postalCode: perhaps(16),
  provinceName: perhaps(60),
  cityName: perhaps(60),
  countyName: perhaps(60),
  streetName: perhaps(120),
  detailInfo: line(200),
  detailInfoNew: perhaps(200),
  nationalCode: perhaps(16),
  telNumber: line(24),
});
export type Address = v.InferOutput<typeof addressSchema>;
export const keptAddressSchema = v.object({ id: v.string(), isDefault: v.boolean(), ...addressSchema.entries });
export type KeptAddress = v.InferOutput<typeof keptAddressSchema>;

export const realNameSchema = v.object({
  name: line(60),
  documentNumber: v.pipe(v.string(), v.trim(), v.regex(/^[A-Z0-9]{6,24}$/i)),
});

export const profileSchema = v.object({
  id: v.string(),
  publicId: v.string(),
  country: v.string(),
  /** With the middle hidden. */
  phone: v.string(),
  nickname: v.string(),
  avatar: v.string(),
  realNameGiven: v.boolean(),
});
export type Profile = v.InferOutput<typeof profileSchema>;

export interface Profiles {
  get(user: string): Promise<Profile>;
  update(user: string, change: { nickname?: string | undefined; avatar?: string | undefined }): Promise<void>;
  /** Who holds a phone, if anybody here does. */
  findPhone(phone: Phone): Promise<string | undefined>;
  /** What others see. Throws Refusal NO_ACCOUNT. */
  findPublic(publicId: string): Promise<{ id: string; nickname: string; avatar: string }>;
  /** The whole number, for the exchange of a phone code. Throws Refusal NO_ACCOUNT. */
  phoneOf(user: string): Promise<Phone>;
  /** Once; nothing checks it against a register here. Throws Refusal REAL_NAME_GIVEN. */
  giveRealName(user: string, realName: v.InferOutput<typeof realNameSchema>): Promise<void>;
  hasRealName(user: string): Promise<boolean>;
  /** Default first. */
  addresses(user: string): Promise<readonly KeptAddress[]>;
  /** Throws Refusal TOO_MANY above 50. The first is the default. */
  addAddress(user: string, address: Address, isDefault: boolean): Promise<string>;
  /** Throws Refusal NO_ADDRESS; so does the next. */
  changeAddress(user: string, id: string, address: Address, isDefault: boolean): Promise<void>;
  removeAddress(user: string, id: string): Promise<void>;
}

const mostAddresses = 50;

export function createProfiles(store: SqlStore, secrets: Secrets, now: () => number): Profiles {
  const { db } = store;
  const personal = createPersonal(secrets);
  const phoneIn = (row: { readonly sealed_phone: string | null }) => personal.open('phone', row.sealed_phone ?? '');
  const rowOf = async (user: string) => {
    const row = await db.selectFrom('users').selectAll().where('id', '=', user).executeTakeFirst();
    if (row === undefined) throw noAccount();
    return row;
  };
  const seal = (address: Address) => secrets.seal('address', JSON.stringify(address));
  return {
    async get(user) {
      const row = await rowOf(user);
      return {
        id: row.id,
        publicId: row.public_id,
        country: row.country,
        phone: hideMiddle(phoneIn(row)),
        nickname: personal.open('nickname', row.nickname),
        avatar: personal.open('avatar', row.avatar),
        realNameGiven: row.real_name_at !== null,
      };
    },
    async update(user, { nickname, avatar }) {
      const change = {
        ...(nickname !== undefined && { nickname: personal.seal('nickname', nickname) }),
        ...(avatar !== undefined && { avatar: personal.seal('avatar', avatar) }),
      };
      if (Object.keys(change).length === 0) return;
      await db.updateTable('users').set(change).where('id', '=', user).execute();
    },
    async findPublic(publicId) {
      const row = await db
        .selectFrom('users')
        .select(['id', 'nickname', 'avatar'])
        .where('public_id', '=', publicId)
        .executeTakeFirst();
      if (row === undefined) throw noAccount();
      const { id, nickname, avatar } = row;
      return { id, nickname: personal.open('nickname', nickname), avatar: personal.open('avatar', avatar) };
    },
    async findPhone({ full }) {
      const mac = personal.phoneMac(full);
      return (await db.selectFrom('users').select('id').where('phone', '=', mac).executeTakeFirst())?.id;
    },
    async phoneOf(user) {
      const row = await rowOf(user);
      return splitPhone(row.country, phoneIn(row));
    },
    async giveRealName(user, realName) {
      const { numUpdatedRows } = await db
        .updateTable('users')
        .set({ sealed_real_name: secrets.seal('real name', JSON.stringify(realName)), real_name_at: now() })
        .where('id', '=', user)
        .where('real_name_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Refusal(409, 'REAL_NAME_GIVEN', 'The real name was given before.');
    },
    hasRealName: async (user) => (await rowOf(user)).real_name_at !== null,
    async addresses(user) {
      const rows = await db
        .selectFrom('addresses')
        .selectAll()
        .where('user_id', '=', user)
        .orderBy('is_default', 'desc')
        .orderBy('at', 'desc')
        .execute();
      return rows.map(({ id, address, is_default }) => ({
        ...v.parse(addressSchema, JSON.parse(secrets.open('address', address))),
        id,
        isDefault: is_default === 1,
      }));
    },
    addAddress: (user, address, isDefault) =>
      store.transact(async (work) => {
        const rows = await work.selectFrom('addresses').select('id').where('user_id', '=', user).execute();
        if (rows.length >= mostAddresses)
          throw new Refusal(429, 'TOO_MANY', `${mostAddresses} addresses are the most.`);
        const chosen = isDefault || rows.length === 0;
        if (chosen) await work.updateTable('addresses').set({ is_default: 0 }).where('user_id', '=', user).execute();
        const id = randomUUID();
        await work
          .insertInto('addresses')
          .values({ id, user_id: user, address: seal(address), is_default: chosen ? 1 : 0, at: now() })
          .execute();
        return id;
      }),
    changeAddress: (user, id, address, isDefault) =>
      store.transact(async (work) => {
        if (isDefault) await work.updateTable('addresses').set({ is_default: 0 }).where('user_id', '=', user).execute();
        const { numUpdatedRows } = await work
          .updateTable('addresses')
          .set({ address: seal(address), ...(isDefault && { is_default: 1 }) })
          .where('user_id', '=', user)
          .where('id', '=', id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw noAddress();
      }),
    async removeAddress(user, id) {
      const { numDeletedRows } = await db
        .deleteFrom('addresses')
        .where('user_id', '=', user)
        .where('id', '=', id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw noAddress();
    },
  };
}

const hideMiddle = (phone: string) => `${phone.slice(0, 5)}****${phone.slice(-4)}`;
const noAccount = () => new Refusal(404, 'NO_ACCOUNT', 'There is no such account.');
const noAddress = () => new Refusal(404, 'NO_ADDRESS', 'There is no such address.');
