import type { Cashier, Person } from '../providers/index.ts';
import type { Question } from './questions.ts';
import { nextSheet, useShell } from './store.ts';

/** Puts a question before the person, in a sheet. A program that is not in front, or behind another sheet, cannot ask. */
export function put<Value>(appId: string, make: (answer: (given?: Value) => void) => Question): Promise<Value | undefined> {
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

/** The cashier of this shell. */
export const cashier: Cashier = {
  pay: (appId, bill) => put<never>(appId, (answer) => ({ about: 'bill', bill, answer })).then(shown),
  askRealName: async (appId) => (await put<boolean>(appId, (answer) => ({ about: 'real-name', answer }))) === true,
};

/** The person before this shell. */
export const person: Person = {
  askPrivacy: (appId) => put<boolean>(appId, (answer) => ({ about: 'privacy', answer })),
  showPrivacyContract: (appId) => put<never>(appId, (answer) => ({ about: 'contract', answer })).then(shown),
  showSettings: (appId) => put<never>(appId, (answer) => ({ about: 'settings', answer })).then(shown),
  askPhone: (appId, phone) => put<boolean>(appId, (answer) => ({ about: 'phone', phone, answer })),
  chooseAvatar: (appId, profile) => put<string>(appId, (answer) => ({ about: 'avatar', profile, answer })),
  askSubscriptions: (appId, templates) =>
    put<readonly string[]>(appId, (answer) => ({ about: 'subscriptions', templates, answer })),
  askOpenProgram: (appId, name) => put<boolean>(appId, (answer) => ({ about: 'open-program', name, answer })),
  share: (appId, card) => put<never>(appId, (answer) => ({ about: 'share', card, answer })).then(shown),
  showContact: (appId) => put<never>(appId, (answer) => ({ about: 'contact', answer })).then(shown),
  writeFeedback: (appId) => put<string>(appId, (answer) => ({ about: 'feedback', answer })),
  chooseAddress: (appId) => put(appId, (answer) => ({ about: 'address', answer })),
  choosePlace: (appId, place) => put(appId, (answer) => ({ about: 'choose-place', place, answer })),
  showPlace: (appId, place) => put<never>(appId, (answer) => ({ about: 'show-place', place, answer })).then(shown),
  askCall: (appId, phoneNumber) => put<boolean>(appId, (answer) => ({ about: 'call', phoneNumber, answer })),
  scan: (appId) => put(appId, (answer) => ({ about: 'scan', answer })),
};
