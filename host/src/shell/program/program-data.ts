import { entryBytes } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { noAnswer, toBase64 } from '../../providers/index.ts';
import { grants } from '../grants.ts';
import { hostApi } from '../host.ts';
import { readThread } from '../messages/inbox-client.ts';
import { fetchSignedIn, services } from '../services.ts';

const usage = v.object({
  domains: v.array(
    v.object({
      ...{ host: v.string(), calls: v.number(), failed: v.number() },
      ...{ sentBytes: v.number(), receivedBytes: v.number() },
    }),
  ),
});
export type DomainLine = v.InferOutput<typeof usage>['domains'][number];

const stored = v.object({ entries: v.array(v.tuple([v.string(), v.string()])) });
const files = v.object({
  entries: v.array(v.object({ path: v.string(), directory: v.boolean(), size: v.number() })),
});

/** What a program keeps for the person, in bytes as its quota counts them. */
export interface KeptData {
  readonly entries: number;
  readonly entryBytes: number;
  readonly files: number;
  readonly fileBytes: number;
}

/** Which servers a program may call and has called, since the host started: busiest first, declared ones at the end. */
export async function readDomains(appId: string): Promise<readonly DomainLine[]> {
  const [{ manifest }, answer] = await Promise.all([
    hostApi.manifest(appId),
    services.ask(`/network/${appId}/usage`, usage),
  ]);
  const called = answer.ok ? answer.value.domains : [];
  const declared = new Set(Object.values(manifest.domains).flat());
  const silent = [...declared].filter((host) => !called.some((line) => line.host === host));
  return [...called, ...silent.map((host) => ({ host, calls: 0, failed: 0, sentBytes: 0, receivedBytes: 0 }))];
}

/** Undefined when the services do not answer. */
export async function readKept(appId: string): Promise<KeptData | undefined> {
  const [storage, disk] = await Promise.all([
    services.ask(`/storage/${appId}`, stored),
    services.ask(`/files/${appId}`, files),
  ]);
  if (!storage.ok || !disk.ok) return undefined;
  const kept = storage.value.entries;
  const held = disk.value.entries.filter(({ directory }) => !directory);
  return {
    entries: kept.length,
    entryBytes: kept.reduce((sum, [key, text]) => sum + entryBytes(key, text), 0),
    files: held.length,
    fileBytes: held.reduce((sum, { size }) => sum + size, 0),
  };
}

/** Divisible by three, so that the Base64 of pieces joins; below what one answer holds. */
const pieceBytes = 1_500_000;

/** Everything a program and its maker hold about the person here, as one JSON file; undefined when it cannot be had. */
export async function exportKept(appId: string): Promise<Blob | undefined> {
  const [storage, disk, decisions, conversation] = await Promise.all([
    services.ask(`/storage/${appId}`, stored),
    services.ask(`/files/${appId}`, files),
    grants.history(appId),
    readThread(appId),
  ]);
  if (!storage.ok || !disk.ok) return undefined;
  const about = { app: appId, storage: storage.value.entries, decisions, conversation };
  // Pieces, because the files together may be larger than a text can be.
  const parts = [`${JSON.stringify(about, null, 1).slice(0, -2)},\n "files": [`];
  for (const [at, { path, size }] of disk.value.entries.filter(({ directory }) => !directory).entries()) {
    parts.push(`${at === 0 ? '' : ','}\n  {"path": ${JSON.stringify(path)}, "base64": "`);
    for (let from = 0; from < size; from += pieceBytes) {
      const piece = await readPiece(appId, path, from);
      if (piece === undefined) return undefined;
      parts.push(piece);
    }
    parts.push('"}');
  }
  return new Blob([...parts, '\n ]\n}\n'], { type: 'application/json' });
}

async function readPiece(appId: string, path: string, from: number): Promise<string | undefined> {
  const asked = new URLSearchParams({ path, from: String(from), length: String(pieceBytes) });
  const answer = await fetchSignedIn(`/api/files/${appId}/content?${asked}`, {
    headers: { authorization: `Bearer ${hostApi.token}` },
  }).catch(() => undefined);
  return answer?.ok ? toBase64(new Uint8Array(await answer.arrayBuffer())) : undefined;
}

/** Deletes what a program keeps for the person. It must not run meanwhile: it would write again. True when it is gone. */
export async function deleteKept(appId: string): Promise<boolean> {
  const disk = await services.ask(`/files/${appId}`, files);
  if (!disk.ok) return false;
  const top = disk.value.entries.filter(({ path }) => path.split('/').length === 2);
  const changes = top.map(({ path }) => ({ do: 'remove', path }));
  const emptied = await services.ask(`/files/${appId}`, noAnswer, { method: 'POST', body: { changes } });
  const cleared = await services.ask(`/storage/${appId}`, noAnswer, { method: 'DELETE' });
  return emptied.ok && cleared.ok;
}
