import { messagesContract } from '../fixtures/messages-contract.ts';
import { withLibsql } from '../fixtures/with-store.ts';

messagesContract('libsql', withLibsql);
