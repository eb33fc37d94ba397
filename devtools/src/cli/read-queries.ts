import { UsageError } from './arguments.ts';

/**
 * Values of `--query`, for pages that others open with a query: `pages/book/book?id=1`. Returns page path → query text
 * without its question mark.
 *
 * @throws UsageError for anything else.
 */
export function readQueries(written: readonly string[]): Map<string, string> {
  return new Map(
    written.map((one) => {
      const [, path, query] = /^\/?([^?]+)\?(.+)$/.exec(one) ?? [];
      if (path === undefined || query === undefined)
        throw new UsageError(`--query needs <path>?<query>, for example pages/book/book?id=1, not ${one}.`);
      return [path, query] as const;
    }),
  );
}
