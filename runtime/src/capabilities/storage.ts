import * as v from 'valibot';
import { jsonSchema } from '../protocol/json.ts';
import { defineCapability } from './define-capability.ts';
import { nothing, number, required, text } from './shapes.ts';

const key = v.pipe(v.string(), v.nonEmpty());
/** Several turns' writes may leave at once; each call holds all writes of one turn. */
const perSecond = 1_000;

/**
 * The program's own storage. The guest answers reads from its mirror and sends writes as JSON text, one call for
 * what a turn has changed; a write is answered when it is durable. Quotas: protocol/storage.
 */
export const storage = {
  setStorage: defineCapability({
    name: 'setStorage',
    answeredBy: 'host',
    description: 'Keeps a value under a key in the program’s own storage.',
    params: v.object({ key, data: v.string() }),
    result: nothing,
    basic: true,
    sync: true,
    perSecond,
  }),
  batchSetStorage: defineCapability({
    name: 'batchSetStorage',
    answeredBy: 'host',
    description: 'Keeps several values at once: all of them or none.',
    params: v.object({ kvList: v.array(v.object({ key, value: v.string() })) }),
    result: nothing,
    basic: true,
    sync: true,
    perSecond,
  }),
  removeStorage: defineCapability({
    name: 'removeStorage',
    answeredBy: 'host',
    description: 'Forgets the value of a key.',
    params: v.object({ key }),
    result: nothing,
    basic: true,
    sync: true,
    perSecond,
  }),
  clearStorage: defineCapability({
    name: 'clearStorage',
    answeredBy: 'host',
    description: 'Forgets every value of the program.',
    params: nothing,
    result: nothing,
    basic: true,
    sync: true,
    perSecond,
  }),
  getStorage: defineCapability({
    name: 'getStorage',
    answeredBy: 'guest',
    description: 'Reads the value of a key.',
    params: v.object({ key: required(text) }),
    result: v.object({ data: jsonSchema }),
    basic: true,
    sync: true,
  }),
  batchGetStorage: defineCapability({
    name: 'batchGetStorage',
    answeredBy: 'guest',
    description: 'Reads the values of several keys.',
    params: v.object({ keyList: v.array(text) }),
    result: v.object({ dataList: v.array(jsonSchema) }),
    basic: true,
    sync: true,
  }),
  getStorageInfo: defineCapability({
    name: 'getStorageInfo',
    answeredBy: 'guest',
    description: 'Lists the keys and tells how much room is used.',
    params: nothing,
    /** Sizes in KB. */
    result: v.object({ keys: v.array(v.string()), currentSize: number, limitSize: number }),
    basic: true,
    sync: true,
  }),
};
