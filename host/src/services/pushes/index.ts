/**
 * Does: tells a person's open shells what changed, in whichever process it did, over one WebSocket for each.
 * Does not: carry what a shell should know by: it is told to ask. Keep anything for who is not there.
 * Owns: the sockets, how much may wait for a slow one, and that none outlives its session.
 */
export { openPushes, type Pushes, type PushesOptions, pushProtocol } from './open-pushes.ts';
export { type Push, pushSchema, tellPush, tellSessionsEnded } from './push.ts';
