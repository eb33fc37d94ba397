/**
 * Does: speaks the inspector protocol as a client, over any transport.
 * Does not: draw, start programs, or know which host it talks to.
 * Owns: the typed commands.
 */
export {
  createInspectorClient,
  type InspectorClient,
  type PageInfo,
  type ProblemInfo,
  type Send,
} from './inspector-client.ts';
