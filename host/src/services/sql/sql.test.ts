import { storeContract } from '../fixtures/store-contract.ts';
import { withLibsql } from '../fixtures/with-store.ts';

storeContract('libsql', withLibsql);
