import type * as v from 'valibot';
import {
  type Capabilities,
  capabilities,
  type HostCapabilityName,
  type ParamsOutcome,
  parseParams,
} from '../capabilities/index.ts';
import type { ProviderCall } from '../protocol/capabilities.ts';
import type { CarriedFile } from '../protocol/carried-files.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import type { ProgramTasks } from './tasks.ts';

/**
 * How a provider ends. An expected failure is a value: `reason` follows `fail ` in the program's `errMsg`, so it
 * names no host path, address or stack. An exception is a bug and becomes `fail internal error`.
 */
export type ProviderResult<Result> =
  | { readonly ok: true; readonly result: Result; readonly files?: readonly CarriedFile[] | undefined }
  | { readonly ok: false; readonly code: ErrorCode; readonly reason: string; readonly errno?: number | undefined };

/** `files` travel beside the result; `carriedName(index)` stands where each belongs. */
export const succeed = <Result>(result: Result, files?: readonly CarriedFile[]): ProviderResult<Result> => ({
  ok: true,
  result,
  files,
});
export const refuse = (code: ErrorCode, reason: string, errno?: number): ProviderResult<never> => ({
  ok: false,
  code,
  reason,
  errno,
});

/** The host code behind one capability, typed by its declaration. The bridge has already validated `params`. */
export type Provider<Name extends HostCapabilityName> = (
  call: ProviderCall<v.InferOutput<Capabilities[Name]['params']>>,
  tasks: ProgramTasks,
) =>
  | ProviderResult<v.InferInput<Capabilities[Name]['result']>>
  | Promise<ProviderResult<v.InferInput<Capabilities[Name]['result']>>>;

/** One for every capability that the host answers: a missing one is a type error. */
export type Providers = { readonly [Name in HostCapabilityName]: Provider<Name> };

/** Runs a provider with parameters that were validated before. Rejects when the provider throws. */
export type PreparedCall = (
  appId: string,
  files: readonly CarriedFile[],
  tasks: ProgramTasks,
) => Promise<ProviderResult<unknown>>;

/** A provider as the bridge sees it: parameters go in once, and what they were validated to is what it acts on. */
export interface BoundProvider {
  prepare(params: unknown): ParamsOutcome<PreparedCall>;
}

/** The closed dispatch map of a host. A capability without provider is not in it and answers `not supported`. */
export function providersFor(providers: Partial<Providers>): ReadonlyMap<string, BoundProvider> {
  const bound = new Map<string, BoundProvider>();
  const add = <Name extends HostCapabilityName>(name: Name) => {
    const provider: Provider<Name> | undefined = providers[name];
    if (provider === undefined) return;
    const schema: Capabilities[Name]['params'] = capabilities[name].params;
    bound.set(name, {
      prepare(given) {
        const parsed = parseParams(schema, given);
        if (!parsed.ok) return parsed;
        const { params } = parsed;
        return { ok: true, params: async (appId, files, tasks) => provider({ appId, params, files }, tasks) };
      },
    });
  };
  for (const name of hostNames) add(name);
  return bound;
}

/** Names with a provider: what `Environment.supported` tells the guest. */
export function supportedBy(providers: Partial<Providers>): string[] {
  return hostNames.filter((name) => providers[name] !== undefined);
}

const hostNames = Object.values(capabilities)
  .filter((capability) => capability.answeredBy === 'host')
  .map(({ name }) => name);
