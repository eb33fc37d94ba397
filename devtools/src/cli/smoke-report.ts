/** What `terrarium smoke --json` prints. */
export interface SmokeReport {
  readonly project: string;
  readonly ok: boolean;
  readonly pages: readonly SmokePage[];
  /** How often pages met something this runtime does not have, by name. */
  readonly unsupported: Readonly<Record<'apis' | 'components' | 'attributes' | 'events', Record<string, number>>>;
  readonly summary: { readonly pages: number; readonly ok: number; readonly failed: number };
}

export interface SmokePage {
  readonly path: string;
  /** It compiled, reached onReady, drew a node, and neither guest nor host raised an uncaught error. */
  readonly ok: boolean;
  readonly nodes: number;
  /** From opening the page to its first drawn batch; null when it never drew. */
  readonly firstRenderMs: number | null;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** `file`, `line` and `column` are null where a finding has no place in the author's files. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

interface Placed {
  readonly code: string;
  readonly message: string;
  readonly position?: { readonly file: string; readonly line: number; readonly column: number } | undefined;
}

/** A problem as a finding. */
export function findingOf({ code, message, position }: Placed): Finding {
  return {
    code,
    message,
    file: position?.file ?? null,
    line: position?.line ?? null,
    column: position?.column ?? null,
  };
}

/** Pages and what the compiler said, summed up. */
export function summarize(project: string, pages: readonly SmokePage[], warnings: readonly Finding[]): SmokeReport {
  const ok = pages.filter((page) => page.ok).length;
  const all = [...warnings, ...pages.flatMap((page) => page.warnings)];
  return {
    project,
    ok: pages.length > 0 && ok === pages.length,
    pages,
    unsupported: {
      apis: countNames(all, 'UNSUPPORTED_API'),
      components: countNames(all, 'UNSUPPORTED_COMPONENT'),
      attributes: countNames(all, 'UNSUPPORTED_ATTRIBUTE'),
      events: countNames(all, 'UNSUPPORTED_EVENT'),
    },
    summary: { pages: pages.length, ok, failed: pages.length - ok },
  };
}

/** Such a message begins with the name it is about, quoted or not. */
function countNames(findings: readonly Finding[], code: string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.code !== code) continue;
    const name = /^"([^"]+)"|^[\w.-]+/.exec(finding.message);
    const key = name?.[1] ?? name?.[0] ?? finding.message;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)));
}
