/** Why a call of a program's did not come to an answer, in WeChat's words. `reason` follows `fail ` in `errMsg`. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
  readonly reason: string;
  readonly errno: number | undefined;

  constructor(reason: string, errno?: number) {
    super(reason);
    this.reason = reason;
    this.errno = errno;
  }
}

export const failures = {
  invalidUrl: (url: string) => new NetworkFailure(`invalid url "${url.slice(0, 200)}"`, 600009),
  notListed: () => new NetworkFailure('url not in domain list', 600002),
  timeout: () => new NetworkFailure('timeout', 5),
  abort: () => new NetworkFailure('abort'),
  interrupted: () => new NetworkFailure('interrupted', 600003),
  tooLarge: () => new NetworkFailure('exceed max file size', 600005),
  noFile: () => new NetworkFailure('file not found', 1300002),
  tooManySockets: () => new NetworkFailure('exceed max concurrent count', 600004),
  tooManyWaiting: () => new NetworkFailure('exceed max task count', 600004),
};

/** Chromium's numbers, which WeChat's engine gives; nothing of the address that was called is told. */
const byCode: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['ACCESS_DENIED', [-10, 'ERR_ACCESS_DENIED']],
  ['ECONNREFUSED', [-102, 'ERR_CONNECTION_REFUSED']],
  ['ECONNRESET', [-101, 'ERR_CONNECTION_RESET']],
  ['EPIPE', [-101, 'ERR_CONNECTION_RESET']],
  ['ENOTFOUND', [-105, 'ERR_NAME_NOT_RESOLVED']],
  ['EAI_AGAIN', [-105, 'ERR_NAME_NOT_RESOLVED']],
  ['ENETUNREACH', [-109, 'ERR_ADDRESS_UNREACHABLE']],
  ['EHOSTUNREACH', [-109, 'ERR_ADDRESS_UNREACHABLE']],
  ['ETIMEDOUT', [-118, 'ERR_CONNECTION_TIMED_OUT']],
  ['TOO_MANY_REDIRECTS', [-310, 'ERR_TOO_MANY_REDIRECTS']],
  ['CERT_HAS_EXPIRED', [-201, 'ERR_CERT_DATE_INVALID']],
  ['ERR_TLS_CERT_ALTNAME_INVALID', [-200, 'ERR_CERT_COMMON_NAME_INVALID']],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', [-202, 'ERR_CERT_AUTHORITY_INVALID']],
  ['SELF_SIGNED_CERT_IN_CHAIN', [-202, 'ERR_CERT_AUTHORITY_INVALID']],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', [-202, 'ERR_CERT_AUTHORITY_INVALID']],
  ['EPROTO', [-107, 'ERR_SSL_PROTOCOL_ERROR']],
]);

/** A failure of the connection, by the code of Node's error. */
export function connectionFailure(code: string): NetworkFailure {
  const [number, name] = byCode.get(code) ?? [-2, 'ERR_FAILED'];
  return new NetworkFailure(`errcode:${number} cronet_error_code:${number} error_msg:net::${name}`, 600001);
}

/** Whatever was thrown, as a failure that may be told to a program. */
export function failureOf(error: unknown): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return connectionFailure(code);
}
