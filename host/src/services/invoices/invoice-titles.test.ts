import { invoiceTitlesContract } from '../fixtures/invoice-titles-contract.ts';
import { withLibsql } from '../fixtures/with-store.ts';

invoiceTitlesContract('libsql', withLibsql);
