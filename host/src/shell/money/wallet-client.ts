import * as v from 'valibot';
import { noAnswer } from '../../providers/index.ts';
import { refreshAccount } from '../account/account.ts';
import { services } from '../services.ts';

const order = v.object({ merchantName: v.string(), description: v.string(), outTradeNo: v.string() });
const movementSchema = v.object({
  transfer: v.string(),
  kind: v.string(),
  /** Minor units; above zero came in. */
  amount: v.number(),
  currency: v.string(),
  /** Milliseconds since 1970. */
  at: v.number(),
  order: v.optional(order),
});
export type WalletMovement = v.InferOutput<typeof movementSchema>;

const walletSchema = v.object({ balance: v.number(), currency: v.string(), testBank: v.string() });
const pinSchema = v.object({ set: v.boolean() });

/** What the wallet page shows. */
export interface WalletState {
  readonly balance: number;
  readonly currency: string;
  /** Where top-ups come from; shown with them. */
  readonly testBank: string;
  readonly pinSet: boolean;
  /** Newest first. */
  readonly movements: readonly WalletMovement[];
}

/** Undefined when the services do not answer. */
export async function readWallet(): Promise<WalletState | undefined> {
  const [wallet, movements, pin] = await Promise.all([
    services.ask('/money/wallet', walletSchema),
    services.ask('/money/wallet/movements', v.array(movementSchema)),
    services.ask('/accounts/payment-pin', pinSchema),
  ]);
  if (!wallet.ok || !movements.ok || !pin.ok) return undefined;
  return { ...wallet.value, movements: movements.value, pinSet: pin.value.set };
}

/** Each gives undefined when it worked, else the code of the services. `key` names a top-up, so that it happens once. */
export async function topUp(key: string, amount: number, currency: string): Promise<string | undefined> {
  return send('POST', '/money/wallet/top-ups', { key, amount, currency });
}

export async function setPin(pin: string, password: string): Promise<string | undefined> {
  return send('PUT', '/accounts/payment-pin', { pin, password });
}

export async function giveRealName(name: string, documentNumber: string): Promise<string | undefined> {
  const failed = await send('PUT', '/accounts/real-name', { name, documentNumber });
  // Given before, in another window: this one has not heard of it.
  if (failed === undefined || failed === 'REAL_NAME_GIVEN') await refreshAccount();
  return failed;
}

async function send(method: 'POST' | 'PUT', path: string, body: object): Promise<string | undefined> {
  const answer = await services.ask(path, noAnswer, { method, body });
  return answer.ok ? undefined : answer.code;
}
