import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing } from './shapes.ts';

/** What the user has allowed the program. */
export const setting = {
  getSetting: defineCapability({
    name: 'getSetting',
    answeredBy: 'host',
    description: 'Tells which scopes the user has granted or refused.',
    params: nothing,
    /** Scope → granted. Scopes the user was never asked for are absent. */
    result: v.object({ authSetting: v.record(v.string(), v.boolean()) }),
    basic: true,
  }),
};
