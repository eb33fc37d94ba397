/** Why a payment was not made; the cashier says it and stays open. */
export type PaymentProblem = 'pin-wrong' | 'pin-locked' | 'pin-not-set' | 'not-enough' | 'order-gone' | 'failed';

/** What is to be paid, all of it from the merchant's order. */
export interface Bill {
  readonly merchantName: string;
  readonly description: string;
  /** Minor units; what this person pays. */
  readonly amount: number;
  /** The whole order; above `amount` when several share it. */
  readonly total: number;
  /** How many people share it, and how many of them have paid. */
  readonly split?: { readonly payers: number; readonly paid: number } | undefined;
  /** ISO 4217. */
  readonly currency: string;
  /** What it would be paid from; undefined when the services do not answer. */
  look(): Promise<{ readonly balance: number; readonly pinSet: boolean } | undefined>;
  /** Undefined when it is paid. May be tried again. */
  pay(pin: string): Promise<PaymentProblem | undefined>;
}

/** The host's cashier. */
export interface Cashier {
  /** Shows a bill. Resolves when the sheet is gone, paid or not; at once when it cannot be shown. */
  pay(appId: string, bill: Bill): Promise<void>;
  /** Asks for the name that moving money needs. True when it has been given. */
  askRealName(appId: string): Promise<boolean>;
}
