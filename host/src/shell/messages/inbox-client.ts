import * as v from 'valibot';
import { noAnswer, type ShareCard } from '../../providers/index.ts';
import { services } from '../services.ts';
import { useShell } from '../store.ts';

const card = v.object({ kind: v.literal('card'), title: v.string(), path: v.string(), imageUrl: v.string() });
const body = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string() }),
  card,
  v.object({ kind: v.literal('link'), title: v.string(), description: v.string(), url: v.string() }),
]);
export type ChatBody = v.InferOutput<typeof body>;

const message = v.object({
  number: v.number(),
  sender: v.picklist(['person', 'program']),
  /** Milliseconds since 1970. */
  at: v.number(),
  body,
});
export type ChatMessage = v.InferOutput<typeof message>;

const thread = v.object({ app: v.string(), unread: v.number(), at: v.number(), last: v.optional(body) });
const notice = v.object({
  ...{ id: v.string(), app: v.string(), at: v.number(), read: v.boolean(), title: v.string() },
  fields: v.array(v.object({ label: v.string(), value: v.string() })),
  /** With its query; empty: it opens nothing. */
  page: v.string(),
});

/** What programs' makers have written to the person. */
export interface Inbox {
  readonly threads: readonly v.InferOutput<typeof thread>[];
  readonly notices: readonly v.InferOutput<typeof notice>[];
}

export const unreadOf = ({ threads, notices }: Inbox): number =>
  threads.reduce((sum, { unread }) => sum + unread, 0) + notices.filter(({ read }) => !read).length;

/** Whoever signs in gets their own. */
export function followInbox(): void {
  useShell.subscribe(({ account }, before) => {
    if (account?.id === before.account?.id) return;
    useShell.setState({ inbox: { threads: [], notices: [] } });
    void loadInbox();
  });
}

/** Reads it anew; what is shown stays when nobody answers. */
export async function loadInbox(): Promise<void> {
  const asked = useShell.getState().account?.id;
  if (asked === undefined) return;
  const [threads, notices] = await Promise.all([
    services.ask('/messages/threads', v.array(thread)),
    services.ask('/messages/notices', v.array(notice)),
  ]);
  // Somebody else may have signed in meanwhile.
  if (!threads.ok || !notices.ok || useShell.getState().account?.id !== asked) return;
  useShell.setState({ inbox: { threads: threads.value, notices: notices.value } });
}

/** Oldest first; undefined when nobody answers. */
export async function readThread(appId: string): Promise<readonly ChatMessage[] | undefined> {
  const answer = await services.ask(`/messages/threads/${appId}`, v.array(message));
  return answer.ok ? answer.value : undefined;
}

/** The person looks at the conversation; what stands in it is read. */
export async function enterThread(appId: string, sessionFrom: string): Promise<void> {
  await send('POST', `/messages/threads/${appId}/entered`, { sessionFrom: sessionFrom.slice(0, 1_000) });
  await loadInbox();
}

/** Undefined when it is kept, else the services' word for why not. */
export const writeText = (appId: string, text: string): Promise<string | undefined> =>
  send('POST', `/messages/threads/${appId}`, { kind: 'text', text });

export const sendCard = (appId: string, { title, path, imageUrl }: ShareCard): Promise<string | undefined> =>
  send('POST', `/messages/threads/${appId}`, { kind: 'card', title: title.slice(0, 200), path, imageUrl });

export async function markNoticesRead(): Promise<void> {
  await send('POST', '/messages/notices/read');
  await loadInbox();
}

export async function removeNotice(id: string): Promise<void> {
  await send('DELETE', `/messages/notices/${encodeURIComponent(id)}`);
  await loadInbox();
}

async function send(method: 'POST' | 'DELETE', path: string, given?: object): Promise<string | undefined> {
  const answer = await services.ask(path, noAnswer, { method, ...(given && { body: given }) });
  return answer.ok ? undefined : answer.code;
}
