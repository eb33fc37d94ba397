import { type Providers, refuse, succeed } from '@terrarium/runtime';
import { codeKinds, type Person } from './person.ts';

type Names = 'makePhoneCall' | 'scanCode' | 'setKeepScreenOn' | 'getScreenBrightness' | 'setScreenBrightness';

/** The phone's screen, as the shell draws it. */
export interface PhoneScreen {
  /** From 0 to 1. */
  brightness(): number;
  /** -1: as the system has it. */
  setBrightness(value: number): void;
  keepOn(appId: string, on: boolean): Promise<void>;
}

export function phoneProviders(person: Person, screen: PhoneScreen): Pick<Providers, Names> {
  return {
    async makePhoneCall({ appId, params: { phoneNumber } }) {
      const called = await person.askCall(appId, phoneNumber);
      return called === true ? succeed({}) : refuse('CANCELLED', 'cancel');
    },
    async scanCode({ appId, params: { onlyFromCamera, scanType = ['barCode', 'qrCode'] } }) {
      const kinds = codeKinds.filter((kind) => scanType.includes(kind));
      if (kinds.length === 0) return refuse('BAD_ARGUMENT', 'parameter error: scanType names no kind of code');
      const code = await person.scan(appId, { kinds, onlyFromCamera });
      return code === undefined ? refuse('CANCELLED', 'cancel') : succeed({ ...code, charSet: 'utf-8' });
    },
    async setKeepScreenOn({ appId, params: { keepScreenOn } }) {
      await screen.keepOn(appId, keepScreenOn);
      return succeed({});
    },
    getScreenBrightness: () => succeed({ value: screen.brightness() }),
    setScreenBrightness({ params: { value } }) {
      screen.setBrightness(value);
      return succeed({});
    },
  };
}
