/** What one program has done with one server, for the page that tells a user about it. Sizes in bytes. */
export interface DomainUsage {
  readonly host: string;
  readonly calls: number;
  readonly failed: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

export interface UsageCounters {
  add(
    app: string,
    host: string,
    change: Partial<Pick<DomainUsage, 'calls' | 'failed' | 'sentBytes' | 'receivedBytes'>>,
  ): void;
  /** Busiest servers first. */
  of(app: string): readonly DomainUsage[];
}

/** A program in development may call any name: what is above this is counted together. */
const mostHosts = 500;
const rest = '*';

/** Counts since the process started. */
export function createUsageCounters(now: () => number): UsageCounters {
  const apps = new Map<string, Map<string, DomainUsage>>();
  return {
    add(app, host, change) {
      const hosts = apps.get(app) ?? new Map<string, DomainUsage>();
      apps.set(app, hosts);
      const key = hosts.has(host) || hosts.size < mostHosts ? host : rest;
      const before = hosts.get(key) ?? { host: key, calls: 0, failed: 0, sentBytes: 0, receivedBytes: 0, lastAt: 0 };
      hosts.set(key, {
        host: key,
        calls: before.calls + (change.calls ?? 0),
        failed: before.failed + (change.failed ?? 0),
        sentBytes: before.sentBytes + (change.sentBytes ?? 0),
        receivedBytes: before.receivedBytes + (change.receivedBytes ?? 0),
        lastAt: now(),
      });
    },
    of: (app) => [...(apps.get(app)?.values() ?? [])].sort((a, b) => b.calls - a.calls),
  };
}
