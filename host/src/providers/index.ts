/**
 * Does: performs the effect of every capability that the host answers, one file per family.
 * Does not: decide whether a call may happen; the bridge has done so before it gets here.
 * Owns: what a program's call does to the clipboard, the services and the device.
 */
export { toBase64 } from './base64.ts';
export type { Bill, Cashier, PaymentProblem } from './cashier.ts';
export { createProviders, type ProvidersOptions } from './create-providers.ts';
export { type DeviceNavigator, type NetworkEvents, networkTypeOf, watchNetwork } from './device.ts';
export { createGrantsClient, type GrantEvent, type KeptGrants } from './grants-client.ts';
export type { Choice, ChosenFile, FileWish, Measured, MediaDesk, MediaKind, ShrinkOptions } from './media.ts';
export { createMediaParts, type MediaParts, type MediaPartsOptions } from './media-parts.ts';
export { createNetworkClient, type NetworkClient } from './network-client.ts';
export { createPeopleParts, type PeopleOptions, type PeopleParts } from './people.ts';
export type {
  CodeKind,
  ContactOffer,
  InvoiceTitle,
  NoticeChoice,
  NoticeKind,
  Person,
  Place,
  PostalAddress,
  ScannedCode,
  ScanWish,
  ShareCard,
} from './person.ts';
export type { PhoneScreen } from './phone.ts';
export {
  browserPosition,
  createPositionSwitch,
  type Position,
  type PositionSource,
  type PositionSwitch,
} from './position.ts';
export { contractName } from './privacy.ts';
export type { ProgramHost, ProgramTarget } from './program-host.ts';
export { createPushClient, type PushClient, type Told } from './push-client.ts';
export type { RouteOptions, RoutePoint } from './route.ts';
export { createServiceClient, noAnswer, type ServiceAnswer, type ServiceClient } from './service-client.ts';
export {
  createStorageClient,
  type StorageClient,
  type StorageClientOptions,
  type StoreOutcome,
} from './storage-client.ts';
