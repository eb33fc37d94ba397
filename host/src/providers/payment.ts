import { type Providers, refuse, succeed } from '@terrarium/runtime';
import * as v from 'valibot';
import type { Bill, Cashier, PaymentProblem } from './cashier.ts';
import { failure } from './identity.ts';
import type { ServiceAnswer, ServiceClient } from './service-client.ts';

const offerSchema = v.object({
  merchantName: v.string(),
  description: v.string(),
  amount: v.number(),
  total: v.number(),
  split: v.optional(v.object({ payers: v.number(), paid: v.number() })),
  currency: v.string(),
});
const paidSchema = v.object({ transaction: v.string() });
const walletSchema = v.object({ balance: v.number() });
const pinSchema = v.object({ set: v.boolean() });

/** What a program's maker can mend, in words that name nothing of the host. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['PARAM_ERROR', 'the parameters do not fit'],
  ['SIGN_ERROR', 'payment verification signature failed'],
  ['ORDER_NOT_EXIST', 'prepay_id is invalid'],
  ['APPID_MCHID_NOT_MATCH', 'prepay_id belongs to another appid'],
  ['OPENID_MISMATCH', 'the order is for another payer'],
  ['ORDERPAID', 'the order has been paid'],
  ['ORDER_CLOSED', 'the order is closed'],
]);

/** Why the cashier stays open, by the code of the services. */
const problems: ReadonlyMap<string, PaymentProblem> = new Map([
  ['PIN_WRONG', 'pin-wrong'],
  ['PIN_LOCKED', 'pin-locked'],
  ['PIN_NOT_SET', 'pin-not-set'],
  ['NOT_ENOUGH', 'not-enough'],
  ['ORDERPAID', 'order-gone'],
  ['ORDER_CLOSED', 'order-gone'],
]);

/**
 * Pays at the host's cashier. The program hands in what its merchant signed; what is shown and paid comes from the
 * order behind it. The answer to the program proves nothing to its server: that hears from the services.
 */
export function paymentProviders(services: ServiceClient, cashier: Cashier): Pick<Providers, 'requestPayment'> {
  return {
    async requestPayment({ appId, params }) {
      if (params.signType !== 'RSA') return refuse('BAD_ARGUMENT', 'signType should be RSA');
      const offered = () =>
        services.ask('/money/payments/offer', offerSchema, { method: 'POST', body: { app: appId, params } });
      const offer = await offered();
      if (!offer.ok) return refusal(offer);
      const payment = createPayment(services, appId, params, async () => {
        const again = await offered();
        return !again.ok && again.code === 'ORDERPAID';
      });
      await cashier.pay(appId, { ...offer.value, look: () => lookInto(services, offer.value.currency), ...payment });
      // Whoever leaves while the services are at it has paid, or has not: that they say, not the sheet.
      return (await payment.ended()) ? succeed({}) : refuse('CANCELLED', 'cancel');
    },
  };
}

/** `isPaid` asks whether the order is, after a try that nobody answered. */
function createPayment(services: ServiceClient, app: string, params: object, isPaid: () => Promise<boolean>) {
  // One name for all tries: one that was carried out without an answer is not carried out again.
  const key = crypto.randomUUID();
  let last: Promise<boolean> = Promise.resolve(false);
  const pay: Bill['pay'] = async (pin) => {
    const body = { app, params, key, pin };
    const answering = services.ask('/money/payments', paidSchema, { method: 'POST', body });
    last = answering.then((answer) => answer.ok || (answer.code === 'UNREACHABLE' && isPaid()));
    const answer = await answering;
    return answer.ok ? undefined : (problems.get(answer.code) ?? 'failed');
  };
  return { pay, ended: () => last };
}

async function lookInto(services: ServiceClient, currency: string): ReturnType<Bill['look']> {
  const [wallet, pin] = await Promise.all([
    services.ask(`/money/wallet?currency=${encodeURIComponent(currency)}`, walletSchema),
    services.ask('/accounts/payment-pin', pinSchema),
  ]);
  return wallet.ok && pin.ok ? { balance: wallet.value.balance, pinSet: pin.value.set } : undefined;
}

function refusal(answer: Extract<ServiceAnswer<unknown>, { ok: false }>) {
  const reason = reasons.get(answer.code);
  return reason === undefined ? failure(answer) : refuse('BAD_ARGUMENT', reason);
}
