import { pushesContract } from '../fixtures/pushes-contract.ts';
import { withLibsql } from '../fixtures/with-store.ts';

pushesContract('libsql', withLibsql);
