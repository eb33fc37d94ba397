import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { messagesContract } from '../fixtures/messages-contract.ts';
import { withFolder, withLibsql } from '../fixtures/with-store.ts';
import { createSecrets } from '../secrets/index.ts';
import { openLibsqlStore } from '../sql/index.ts';
import { createPush } from './push.ts';

messagesContract('libsql', withLibsql);

test('what a server would hear is not told once the store is closed, and nothing breaks', () =>
  withFolder(async (folder) => {
    const store = await openLibsqlStore(join(folder, 'storage.db'), 'ab'.repeat(32));
    const posted: string[] = [];
    const push = createPush(
      store,
      createSecrets('ab'.repeat(32)),
      () => 0,
      async (url) => {
        posted.push(url);
        return 200;
      },
    );
    await push.receive('pizza', 'https://pizza.example/hear', 'abc');
    await push.tell('pizza', 'o', { MsgType: 'text' });
    await store.close();
    await push.tell('pizza', 'o', { MsgType: 'text' });
    expect(posted).toHaveLength(1);
  }));
