import type { Cashier, NoticeChoice, Person } from '../../providers/index.ts';
import type { Question } from '../questions.ts';
import { createSheetPause } from '../sheet-pause.ts';
import { nextSheet, useShell } from '../store.ts';

/** Puts a question before the person, in a sheet. A program that is not in front, or behind another sheet, cannot ask. */
export function put<Value>(
  appId: string,
  make: (answer: (given?: Value) => void) => Question,
): Promise<Value | undefined> {
  const { front, sheet } = useShell.getState();
  if (front !== appId || sheet !== undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const number = nextSheet();
    const question = make((given) => {
      const open = useShell.getState().sheet;
      if (open?.kind === 'question' && open.number === number) useShell.setState({ sheet: undefined });
      resolve(given);
    });
    useShell.setState({ sheet: { kind: 'question', number, appId, question } });
  });
}

const shown = () => undefined;

// The cashier opens without a tap of the person's; sheets that need one cannot follow each other by themselves.
const pause = createSheetPause(Date.now);

/** The cashier of this shell. */
export const cashier: Cashier = {
  async pay(appId, bill) {
    if (pause.holds(appId)) return;
    let paid = false;
    const pay = async (pin: string) => {
      const problem = await bill.pay(pin);
      paid ||= problem === undefined;
      return problem;
    };
    await put<never>(appId, (answer) => ({ about: 'bill', bill: { ...bill, pay }, answer }));
    if (!paid) pause.closed(appId);
  },
  async askRealName(appId) {
    if (pause.holds(appId)) return false;
    const given = (await put<boolean>(appId, (answer) => ({ about: 'real-name', answer }))) === true;
    if (!given) pause.closed(appId);
    return given;
  },
};

/** The person before this shell. */
export const person: Person = {
  askPrivacy: (appId) => put<boolean>(appId, (answer) => ({ about: 'privacy', answer })),
  showPrivacyContract: (appId) => put<never>(appId, (answer) => ({ about: 'contract', answer })).then(shown),
  showSettings: (appId) => put<never>(appId, (answer) => ({ about: 'settings', answer })).then(shown),
  askPhone: (appId, phone) => put<boolean>(appId, (answer) => ({ about: 'phone', phone, answer })),
  chooseAvatar: (appId, profile) => put<string>(appId, (answer) => ({ about: 'avatar', profile, answer })),
  askSubscriptions: (appId, kinds) => put<NoticeChoice>(appId, (answer) => ({ about: 'subscriptions', kinds, answer })),
  askOpenProgram: (appId, name) => put<boolean>(appId, (answer) => ({ about: 'open-program', name, answer })),
  share: (appId, card) => put<never>(appId, (answer) => ({ about: 'share', card, answer })).then(shown),
  openContact: (appId, offer) => put<string>(appId, (answer) => ({ about: 'contact', offer, answer })),
  writeFeedback: (appId) => put<string>(appId, (answer) => ({ about: 'feedback', answer })),
  chooseAddress: (appId) => put(appId, (answer) => ({ about: 'address', answer })),
  chooseInvoiceTitle: (appId) => put(appId, (answer) => ({ about: 'invoice-title', answer })),
  choosePlace: (appId, place) => put(appId, (answer) => ({ about: 'choose-place', place, answer })),
  showPlace: (appId, place, scale) =>
    put<never>(appId, (answer) => ({ about: 'show-place', place, scale, answer })).then(shown),
  askCall: (appId, phoneNumber) => put<boolean>(appId, (answer) => ({ about: 'call', phoneNumber, answer })),
  scan: (appId, wish) => put(appId, (answer) => ({ about: 'scan', wish, answer })),
};
