import type { AccountTables } from '../accounts/tables.ts';
import type { FileTables } from '../files/tables.ts';
import type { GrantTables } from '../grants/tables.ts';
import type { IdentityTables } from '../identity/tables.ts';
import type { InvoiceTables } from '../invoices/tables.ts';
import type { MessageTables } from '../messages/tables.ts';
import type { MoneyTables } from '../money/tables.ts';
import type { StorageTables } from '../storage/tables.ts';

/**
 * Every table by its rows, as both stores give them: whole numbers and money as `number`, times as milliseconds
 * since 1970, JSON as text, yes and no as 1 and 0.
 */
export interface Tables
  extends StorageTables,
    MoneyTables,
    AccountTables,
    IdentityTables,
    FileTables,
    GrantTables,
    MessageTables,
    InvoiceTables {}
