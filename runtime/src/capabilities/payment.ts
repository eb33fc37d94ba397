import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing, orElse, required, text } from './shapes.ts';

/** Paying a merchant's order at the host's cashier. */
export const payment = {
  requestPayment: defineCapability({
    name: 'requestPayment',
    answeredBy: 'host',
    description: 'Opens the host’s cashier on an order that a merchant has signed.',
    params: v.object({
      /** Seconds since 1970. */
      timeStamp: required(text),
      nonceStr: required(text),
      /** `prepay_id=…`; what is to be paid follows from the order behind it, never from the program. */
      package: required(text),
      /** Documented default. Orders here are signed by RSA keys. */
      signType: orElse(text, 'MD5'),
      /** Base64 of SHA256withRSA over app id, timeStamp, nonceStr and package, each followed by a newline. */
      paySign: required(text),
    }),
    result: nothing,
    // As in WeChat no tap is needed: the cashier is the host's, and nothing is paid without the PIN.
    needs: ['visible', 'signed-in', 'real-name'],
    perSecond: 10,
  }),
};
