import type { Json } from '@terrarium/runtime/protocol';

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The value when it is an object, an empty one otherwise. */
export const recordOf = (value: Json): { readonly [key: string]: Json } => (isRecord(value) ? value : {});
