import { randomBytes } from 'node:crypto';
import { hashToken } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';

export type CodeKind = 'login' | 'phone';

/** What became of a code that somebody wants to exchange. */
export type Exchange = { readonly user: string } | 'invalid' | 'used';

/** Codes a program gets and its server exchanges: random, five minutes, one exchange, of one app. */
export interface ProgramCodes {
  issue(kind: CodeKind, app: string, user: string): Promise<string>;
  exchange(kind: CodeKind, app: string, code: string): Promise<Exchange>;
}

const lifeMs = 5 * 60_000;
/** A used or expired code is known this long, so that its second exchange hears why. */
const rememberedMs = 60 * 60_000;

export function createProgramCodes({ db }: SqlStore, now: () => number): ProgramCodes {
  return {
    async issue(kind, app, user) {
      const at = now();
      await db
        .deleteFrom('program_codes')
        .where('expires_at', '<', at - rememberedMs)
        .execute();
      // 32 characters, as programs expect them.
      const code = randomBytes(24).toString('base64url');
      await db
        .insertInto('program_codes')
        .values({ hash: hashToken(code), kind, app, user_id: user, expires_at: at + lifeMs, used_at: null })
        .execute();
      return code;
    },
    async exchange(kind, app, code) {
      const at = now();
      const hash = hashToken(code);
      // One statement decides who was first, however many ask at once and in however many processes.
      const taken = await db
        .updateTable('program_codes')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('kind', '=', kind)
        .where('app', '=', app)
        .where('expires_at', '>', at)
        .where('used_at', 'is', null)
        .returning('user_id')
        .executeTakeFirst();
      if (taken !== undefined) return { user: taken.user_id };
      const known = await db
        .selectFrom('program_codes')
        .select('used_at')
        .where('hash', '=', hash)
        .where('kind', '=', kind)
        .where('app', '=', app)
        .executeTakeFirst();
      return known !== undefined && known.used_at !== null ? 'used' : 'invalid';
    },
  };
}
