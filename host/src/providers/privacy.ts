import { type Grants, hasPrivacyContract, type Providers, succeed } from '@terrarium/runtime';
import type { Person } from './person.ts';
import type { ProgramHost } from './program-host.ts';

type Names =
  | 'getPrivacySetting'
  | 'requirePrivacyAuthorize'
  | 'openPrivacyContract'
  | 'listenPrivacy'
  | 'resolvePrivacy'
  | 'agreePrivacyAuthorization';

/** How the question for a program's privacy contract is asked: by the host's sheet, or by the program itself. */
export interface PrivacyQuestions {
  readonly providers: Pick<Providers, Names>;
  /** For the gate: true when the person accepts. `referrer` is the call that waits. */
  ask(appId: string, referrer: string): Promise<boolean>;
  /** The program's window is gone: its question is refused, its listener forgotten. */
  ended(appId: string): void;
}

interface Question {
  readonly number: number;
  /** The person has tapped a button made for agreeing since it was asked. */
  agreed: boolean;
  readonly end: (accepted: boolean) => void;
}

export function createPrivacyQuestions(person: Person, programs: ProgramHost, grants: Grants): PrivacyQuestions {
  const listening = new Set<string>();
  const open = new Map<string, Question>();
  let last = 0;
  const close = (appId: string, accepted: boolean) => {
    open.get(appId)?.end(accepted);
    open.delete(appId);
  };
  return {
    ask(appId, referrer) {
      if (!listening.has(appId)) return person.askPrivacy(appId).then((accepted) => accepted === true);
      last += 1;
      const number = last;
      return new Promise((end) => {
        open.set(appId, { number, agreed: false, end });
        programs.tell(appId, 'onNeedPrivacyAuthorization', { question: number, referrer });
      });
    },
    ended(appId) {
      listening.delete(appId);
      close(appId, false);
    },
    providers: {
      async getPrivacySetting({ appId }) {
        const manifest = programs.manifest(appId);
        const needed = manifest !== undefined && hasPrivacyContract(manifest);
        const needAuthorization = needed && !(await grants.privacyAccepted(appId));
        return succeed({ needAuthorization, privacyContractName: contractName(manifest?.name ?? appId) });
      },
      // The gate has asked: a call that gets here is accepted.
      requirePrivacyAuthorize: () => succeed({}),
      async openPrivacyContract({ appId }) {
        await person.showPrivacyContract(appId);
        return succeed({});
      },
      listenPrivacy({ appId }) {
        listening.add(appId);
        return succeed({});
      },
      resolvePrivacy({ appId, params: { question, event } }) {
        const asked = open.get(appId);
        if (asked === undefined || asked.number !== question || event === 'exposureAuthorization') return succeed({});
        close(appId, event === 'agree' && asked.agreed);
        return succeed({});
      },
      async agreePrivacyAuthorization({ appId }) {
        const asked = open.get(appId);
        if (asked !== undefined) asked.agreed = true;
        await grants.acceptPrivacy(appId);
        return succeed({});
      },
    },
  };
}

/** What the contract is called on screen and to the program. */
export const contractName = (name: string): string => `《${name}》`;
