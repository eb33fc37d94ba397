import { capabilities } from '@terrarium/runtime';
import * as v from 'valibot';
import { noAnswer, type PostalAddress } from '../../providers/index.ts';
import { services } from '../services.ts';

const schema = v.object({
  id: v.string(),
  isDefault: v.boolean(),
  // What a program is handed is what is kept.
  ...capabilities.chooseAddress.result.entries,
});
export type KeptAddress = v.InferOutput<typeof schema>;

/** The address book, default first; empty when it cannot be had. */
export async function listAddresses(): Promise<readonly KeptAddress[]> {
  const answer = await services.ask('/accounts/addresses', v.array(schema));
  return answer.ok ? answer.value : [];
}

/** True when it is kept. */
export async function addAddress(address: PostalAddress): Promise<boolean> {
  const answer = await services.ask('/accounts/addresses', v.object({ id: v.string() }), {
    method: 'POST',
    body: address,
  });
  return answer.ok;
}

/** True when it is gone. */
export async function removeAddress(id: string): Promise<boolean> {
  return (await services.ask(`/accounts/addresses/${encodeURIComponent(id)}`, noAnswer, { method: 'DELETE' })).ok;
}
