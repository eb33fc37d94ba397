import type { WxLink } from '../wx-link.ts';
import { failed, jsonOf, later, method } from './method.ts';

/** A method that player or host answers: the options travel as JSON under the method's own name. */
export function callMethod(link: WxLink, name: string): (options?: unknown) => unknown {
  return method(link, name, (options, settle) => {
    const params = jsonOf(options);
    if (params === undefined) later(settle, failed('fail parameter error: the parameter is not data;', 1001));
    else link.call(name, params, settle);
  });
}
