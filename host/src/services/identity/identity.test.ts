import { identityContract } from '../fixtures/identity-contract.ts';
import { withLibsql } from '../fixtures/with-store.ts';

identityContract('libsql', withLibsql);
