import { grantsContract } from '../fixtures/grants-contract.ts';
import { withLibsql } from '../fixtures/with-store.ts';

grantsContract('libsql', withLibsql);
