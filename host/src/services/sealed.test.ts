import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openAccounts } from './accounts/index.ts';
import { readPhone } from './accounts/phones.ts';
import { createSqlFiles } from './files/index.ts';
import { sealedContract } from './fixtures/sealed-contract.ts';
import { withLibsql } from './fixtures/with-store.ts';
import { sealPlainRows } from './seal-plain-rows.ts';
import { createSecrets, hashToken, readKeyFile } from './secrets/index.ts';
import { openLibsqlStore } from './sql/index.ts';
import { createSqlStorage } from './storage/index.ts';

// The file is encrypted as a whole besides; this looks below that.
sealedContract('libsql', (use) =>
  use({
    databaseUrl: undefined,
    open: (dataDir) => openLibsqlStore(join(dataDir, 'storage.db'), readKeyFile(join(dataDir, 'storage.key'))[0]),
  }),
);

const [one, two] = ['ab'.repeat(32), 'cd'.repeat(32)];

test('what is sealed opens for its purpose, at its place, with a key of the file, and not when it was changed', () => {
  const old = createSecrets(one);
  const both = createSecrets(one, two);
  const bytes = Buffer.from('some bytes');
  const sealed = old.sealBytes('a purpose', 'row 1', bytes);
  expect(both.openBytes('a purpose', 'row 1', sealed)).toEqual(bytes);
  expect(sealed.length - bytes.length).toBe(32);
  expect(old.sealBytes('a purpose', 'row 1', bytes)).not.toEqual(sealed);
  for (const [purpose, place] of [
    ['a purpose', 'row 2'],
    ['another', 'row 1'],
  ] as const) {
    expect(() => old.openBytes(purpose, place, sealed)).toThrow();
  }
  for (const at of [0, 4, 16, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => old.openBytes('a purpose', 'row 1', changed), String(at)).toThrow();
  }
  const newer = both.seal('a purpose', 'text');
  expect(both.open('a purpose', newer)).toBe('text');
  expect(() => old.open('a purpose', newer)).toThrow(/not in the key file/);
  expect(both.mac('a purpose', 'text')).toBe(old.mac('a purpose', 'text'));
});

test('texts that were sealed before there were several keys still open', () => {
  // By `seal` of that time: nonce, tag and bytes, Base64.
  const sealed = '1w9rnRULqH0zq1cX/LWMr0GXRZEwZtU772NoDkdtXgGoyOwXS0t6u7c=';
  expect(createSecrets(one, two).open('address', sealed)).toBe('sealed before');
});

test('a database from before values were sealed is sealed once, and nothing of it is lost', () =>
  withLibsql(async (store) => {
    const secrets = createSecrets(one);
    const { db } = store;
    const user = { id: 'u1', public_id: 't1', country: 'CN', phone: '+8613800138000', password_hash: '' };
    const rest = { nickname: 'Ann', avatar: '', sealed_phone: null, sealed_real_name: null, real_name_at: null };
    await db
      .insertInto('users')
      .values({ ...user, ...rest, created_at: 1 })
      .execute();
    const session = { id: 's1', user_id: 'u1', token_hash: hashToken('token'), device: 'Phone', created_at: 1 };
    await db
      .insertInto('sessions')
      .values({ ...session, seen_at: 1, rotated_at: 1, expires_at: 1_000, revoked_at: null })
      .execute();
    const owner = { user: 'u1', app: 'diary' };
    await db
      .insertInto('entries')
      .values({ ...owner, key: Buffer.from('k'), text: Buffer.from('1'), bytes: 2 })
      .execute();
    const file = { ...owner, sealed_path: null, modified: 1 };
    await db
      .insertInto('file_entries')
      .values([
        { ...file, path: Buffer.from('usr/a'), content: '', bytes: 0 },
        { ...file, path: Buffer.from('usr/a/b'), content: 'c1', bytes: 2 },
        { ...file, path: Buffer.from('tmp/t'), content: 'c2', bytes: 1 },
      ])
      .execute();
    await db
      .insertInto('file_pieces')
      .values([
        { content: 'c1', number: 0, data: Buffer.from('hi') },
        { content: 'c2', number: 0, data: Buffer.from('t') },
      ])
      .execute();
    await Promise.all([sealPlainRows(store, secrets), sealPlainRows(store, secrets)]);

    const accounts = openAccounts({ store, secrets, now: () => 2 });
    expect(await accounts.profiles.findPhone(readPhone('CN', '138 0013 8000'))).toBe('u1');
    expect(await accounts.profiles.get('u1')).toMatchObject({ nickname: 'Ann', phone: '+8613****8000' });
    const found = await accounts.sessions.find('token');
    expect(await accounts.sessions.list(found)).toMatchObject([{ device: 'Phone' }]);
    expect([...(await createSqlStorage(store, secrets).all(owner))]).toEqual([['k', '1']]);
    const files = createSqlFiles(store, secrets, () => 100);
    expect((await files.list(owner)).map(({ path }) => path)).toEqual(['tmp/t', 'usr/a', 'usr/a/b']);
    expect(Buffer.from((await files.read(owner, 'usr/a/b', 0, 9)) ?? []).toString()).toBe('hi');
    expect(await files.used(owner)).toBe(2);
    await files.sweep(10);
    expect((await files.list(owner)).map(({ path }) => path)).toEqual(['usr/a', 'usr/a/b']);
  }));
