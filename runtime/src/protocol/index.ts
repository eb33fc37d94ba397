/**
 * Does: defines every message that crosses a zone, with its schema, error codes and ids.
 * Does not: import anything of ours, touch the DOM or Node, or act on a message.
 * Owns: the wire. Five environments read it.
 */
export * from './built-in-tags.ts';
export * from './capabilities.ts';
export * from './carried-files.ts';
export type { DrawnTag } from './documents/drawn-document.ts';
export { type DocumentedTag, kebabCase } from './documents/tag-document.ts';
export * from './errors.ts';
export * from './files.ts';
export * from './ids.ts';
export * from './json.ts';
export * from './manifest.ts';
export * from './messages.ts';
export * from './operations.ts';
export * from './plugins.ts';
export * from './sandbox.ts';
export * from './skeletons.ts';
export * from './storage.ts';
export * from './templates.ts';
export * from './wx-members.ts';
