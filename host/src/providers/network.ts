import { type ProgramTasks, type ProviderResult, type Providers, refuse, succeed } from '@terrarium/runtime';
import type { Json } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import type { NetworkClient } from './network-client.ts';

type TaskName = 'request' | 'downloadFile' | 'uploadFile' | 'connectSocket';
type NetworkProviders = Pick<Providers, TaskName | 'signalTask'>;

const answer = {
  statusCode: v.number(),
  header: v.record(v.string(), v.string()),
  cookies: v.array(v.string()),
  text: v.optional(v.string()),
  base64: v.optional(v.string()),
};
const requested = v.object(answer);
const downloaded = v.object({
  statusCode: v.number(),
  tempFilePath: v.optional(v.string()),
  filePath: v.optional(v.string()),
  size: v.number(),
});
const uploaded = v.object({ statusCode: v.number(), text: v.string() });
const connected = v.object({});

/** Other servers, called by the services: a browser would ask for their leave, and tell them who the host is. */
export function networkProviders(network: NetworkClient): NetworkProviders {
  const run = async <Schema extends v.GenericSchema>(
    name: TaskName,
    appId: string,
    { task: id, ...params }: { readonly task: number } & Readonly<Record<string, Json | undefined>>,
    tasks: ProgramTasks,
    schema: Schema,
  ): Promise<ProviderResult<v.InferOutput<Schema>>> => {
    const task = tasks.start(name, id);
    if (task === undefined) return refuse('LIMIT_RATE', 'exceed max task count', 600004);
    const sent = Object.fromEntries(
      Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    const outcome = await network.run(appId, name, sent, task);
    if (!outcome.ok) return refuse('PROVIDER', outcome.reason, outcome.errno);
    return succeed(v.parse(schema, outcome.result));
  };
  return {
    request: ({ appId, params }, tasks) => run('request', appId, params, tasks, requested),
    downloadFile: ({ appId, params }, tasks) => run('downloadFile', appId, params, tasks, downloaded),
    uploadFile: ({ appId, params }, tasks) => run('uploadFile', appId, params, tasks, uploaded),
    connectSocket: ({ appId, params }, tasks) => run('connectSocket', appId, params, tasks, connected),
    signalTask({ params: { task, signal, data } }, tasks) {
      tasks.signal(task, signal, data ?? null);
      return succeed({});
    },
  };
}
