import * as v from 'valibot';
import type { BridgeLink } from './bridge-link.ts';

const fetched = v.object({ statusCode: v.literal(200), tempFilePath: v.string() });
/** Far above the numbers a guest gives its tasks: what the host tells of ours on the way reaches none of them. */
const firstTask = 1_000_000_000;

/**
 * Fetches pictures by `downloadFile`, as the program could itself: the host judges the address by the domains that the
 * manifest declares. Gives a path of the program's, undefined when there is none.
 */
export function createPictureFetch(bridge: Pick<BridgeLink, 'call'>): (url: string) => Promise<string | undefined> {
  let last = firstTask;
  return async (url) => {
    last += 1;
    const outcome = await bridge.call('downloadFile', { task: last, url, header: {} });
    const known = outcome.ok ? v.safeParse(fetched, outcome.result) : undefined;
    return known?.success ? known.output.tempFilePath : undefined;
  };
}
