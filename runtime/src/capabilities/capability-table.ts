import type { Capability } from '../protocol/capabilities.ts';
import { wxMembers } from '../protocol/wx-members.ts';
import { canvas } from './canvas.ts';
import { contacts } from './contacts.ts';
import { device } from './device.ts';
import { feedback } from './feedback.ts';
import { files } from './files.ts';
import { font } from './font.ts';
import { identity } from './identity.ts';
import { invoices } from './invoices.ts';
import { keyboard } from './keyboard.ts';
import { location } from './location.ts';
import { media } from './media.ts';
import { navigation } from './navigation.ts';
import { navigationBar } from './navigation-bar.ts';
import { network } from './network.ts';
import { nodeCalls } from './node-calls.ts';
import { nodes } from './nodes.ts';
import { observers } from './observers.ts';
import { page } from './page.ts';
import { payment } from './payment.ts';
import { phone } from './phone.ts';
import { privacy } from './privacy.ts';
import { programs } from './programs.ts';
import { recorder } from './recorder.ts';
import { sensors } from './sensors.ts';
import { setting } from './setting.ts';
import { sharing } from './sharing.ts';
import { storage } from './storage.ts';
import { system } from './system.ts';
import { tabBar } from './tab-bar.ts';
import { workers } from './workers.ts';

/** Every capability with its exact types, for code that names one. */
export const capabilities = {
  ...storage,
  ...system,
  ...device,
  ...setting,
  ...privacy,
  ...identity,
  ...sharing,
  ...programs,
  ...location,
  ...phone,
  ...payment,
  ...media,
  ...recorder,
  ...sensors,
  ...contacts,
  ...invoices,
  ...keyboard,
  ...navigation,
  ...navigationBar,
  ...tabBar,
  ...feedback,
  ...page,
  ...nodes,
  ...nodeCalls,
  ...canvas,
  ...font,
  ...observers,
  ...network,
  ...files,
  ...workers,
};
export type Capabilities = typeof capabilities;

/** Names that need a provider. */
export type HostCapabilityName = {
  [Name in keyof Capabilities]: Capabilities[Name]['answeredBy'] extends 'host' ? Name : never;
}[keyof Capabilities];

/** The same by name, for names that came from a guest: a closed map, so `constructor` finds nothing. */
export const capabilityTable: ReadonlyMap<string, Capability> = new Map<string, Capability>(
  Object.values(capabilities).map((capability) => [capability.name, capability]),
);

/** Documented members of `wx` that nobody answers yet. */
export const unsupportedNames: readonly string[] = Object.entries(wxMembers)
  .filter(([, { by }]) => by === 'none')
  .map(([name]) => name);
