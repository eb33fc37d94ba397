import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesContract } from '../fixtures/files-contract.ts';
import { withFolder, withLibsql } from '../fixtures/with-store.ts';
import { createSecrets } from '../secrets/index.ts';
import { openLibsqlStore } from '../sql/index.ts';
import { createSqlFiles } from './sql-files.ts';

const owner = { user: 'u', app: 'demo' };
const key = 'ab'.repeat(32);
const text = (words: string) => new TextEncoder().encode(words);

filesContract('libsql', withLibsql);

test('nothing of a file is readable on the disk', () =>
  withFolder(async (folder) => {
    const store = await openLibsqlStore(join(folder, 'storage.db'), key);
    const files = createSqlFiles(store, createSecrets(key), Date.now);
    await files.write(owner, 'usr/diary', 0, text('dear diary, plain words'), true);
    const found = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
    expect(found.join().length).toBeGreaterThan(1_000);
    expect(found.join()).not.toContain('dear diary');
    expect(found.join()).not.toContain('usr/diary');
    await store.close();
  }));
