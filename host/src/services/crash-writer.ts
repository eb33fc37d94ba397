import { writeSync } from 'node:fs';
import { createSecrets } from './secrets/index.ts';
import { openLibsqlStore } from './sql/index.ts';
import { createSqlStorage } from './storage/index.ts';

/**
 * Writes until it is killed, for the crash test: `crash-writer <file> <key> <round>`. After a write is durable it
 * says `<app> <number>` on standard output; entry `<number>` of that app then holds `<round>`.
 */
async function main(file: string, key: string, round: string): Promise<void> {
  const storage = createSqlStorage(await openLibsqlStore(file, key), createSecrets(key));
  writeSync(1, 'open\n');
  for (let number = 0; ; number += 1) {
    const app = `app${number % 3}`;
    await storage.set({ user: 'ann', app }, [
      [`${round}.${number}`, 'x'.repeat(number % 500)],
      [`${round}.${number}.twin`, 'x'.repeat(number % 500)],
    ]);
    writeSync(1, `${app} ${number}\n`);
  }
}

const [file = '', key = '', round = ''] = process.argv.slice(2);
await main(file, key, round);
