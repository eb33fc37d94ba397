import type { Cashier } from './cashier.ts';
import type { KeptGrants } from './grants-client.ts';
import { identityProviders } from './identity.ts';
import { invoiceProviders } from './invoices.ts';
import { type LocationParts, locationParts } from './location.ts';
import { paymentProviders } from './payment.ts';
import type { Person } from './person.ts';
import { type PhoneScreen, phoneProviders } from './phone.ts';
import type { PositionSource } from './position.ts';
import { createPrivacyQuestions, type PrivacyQuestions } from './privacy.ts';
import type { ProgramHost } from './program-host.ts';
import { programProviders } from './programs.ts';
import type { ServiceClient } from './service-client.ts';
import { settingProviders } from './setting.ts';
import { sharingProviders } from './sharing.ts';

export interface PeopleOptions {
  readonly services: ServiceClient;
  readonly grants: KeptGrants;
  readonly person: Person;
  readonly cashier: Cashier;
  readonly programs: ProgramHost;
  readonly position: PositionSource;
  readonly screen: PhoneScreen;
}

/** Everything that has to do with the person before the shell, and what lasts longer than one call of it. */
export interface PeopleParts {
  readonly providers: PrivacyQuestions['providers'] &
    LocationParts['providers'] &
    ReturnType<typeof identityProviders> &
    ReturnType<typeof settingProviders> &
    ReturnType<typeof sharingProviders> &
    ReturnType<typeof programProviders> &
    ReturnType<typeof phoneProviders> &
    ReturnType<typeof invoiceProviders> &
    ReturnType<typeof paymentProviders>;
  readonly privacy: PrivacyQuestions;
  readonly location: LocationParts;
  /** The program's window is gone. */
  ended(appId: string): void;
}

export function createPeopleParts(options: PeopleOptions): PeopleParts {
  const { services, grants, person, cashier, programs, position, screen } = options;
  const privacy = createPrivacyQuestions(person, programs, grants);
  const location = locationParts(position, person, programs, grants);
  return {
    privacy,
    location,
    providers: {
      ...privacy.providers,
      ...location.providers,
      ...identityProviders(services, person),
      ...settingProviders(services, grants, person),
      ...sharingProviders(person, programs),
      ...programProviders(person, programs),
      ...phoneProviders(person, screen),
      ...invoiceProviders(person),
      ...paymentProviders(services, cashier),
    },
    ended(appId) {
      privacy.ended(appId);
      location.ended(appId);
      void screen.keepOn(appId, false);
    },
  };
}
