import { useEffect, useRef, useState } from 'react';
import type { ContactOffer } from '../../providers/index.ts';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts } from '../account/person-texts.ts';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import { isolated } from '../isolated.ts';
import { useShell } from '../store.ts';
import { ChatBubble } from './chat-bubble.tsx';
import { type ChatMessage, enterThread, readThread, sendCard, writeText } from './inbox-client.ts';
import { messageTexts as texts } from './message-texts.ts';

interface ConversationSheetProps {
  readonly program: ProgramListing;
  readonly offer?: ContactOffer;
  /** With the path of a card the person wants to go to. */
  readonly answer: (path?: string) => void;
}

const mostLetters = 2_000;

/** The conversation with the maker of a program. */
export function ConversationSheet({ program, offer, answer }: ConversationSheetProps) {
  const { appId, name } = program;
  const inbox = useShell((state) => state.inbox);
  const [messages, setMessages] = useState<readonly ChatMessage[]>();
  const [text, setText] = useState('');
  const [offered, setOffered] = useState(offer?.card);
  const [problem, setProblem] = useState<string>();
  const log = useRef<HTMLDivElement>(null);
  const from = offer?.sessionFrom ?? '';
  const load = async (): Promise<void> => setMessages((await readThread(appId)) ?? []);
  useEffect(() => void enterThread(appId, from), [appId, from]);
  // What is written while the person looks is seen; it is read anew with every change of the inbox.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inbox` says that something came
  useEffect(() => void load(), [inbox]);
  // In braces: browsers are beginning to give a promise here, which is no clean-up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest message stays in sight
  useEffect(() => {
    log.current?.scrollTo(0, log.current.scrollHeight);
  }, [messages]);
  const after = async (refused: string | undefined, done: () => void): Promise<void> => {
    setProblem(refused);
    if (refused !== undefined) return;
    done();
    await load();
  };
  const write = async (): Promise<void> => {
    const words = text.trim();
    if (words !== '') await after(await writeText(appId, words), () => setText(''));
  };
  const title = texts.contact(isolated(name));
  return (
    <Sheet program={program} label={title} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{title}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to scroll it */}
          <div ref={log} className="chat" role="log" aria-label={title} tabIndex={0}>
            {messages?.length === 0 && <p className="sheet-hint">{texts.contactEmpty}</p>}
            {messages?.map((message) => (
              <ChatBubble
                key={message.number}
                message={message}
                name={name}
                guard={guard}
                onCard={(path) => answer(path)}
              />
            ))}
          </div>
          {offered !== undefined && (
            <div className="chat-offer">
              <span>
                {texts.offer} <strong>{offered.title === '' ? name : offered.title}</strong>
              </span>
              <GuardedButton
                className="button button-small"
                guard={guard}
                onPress={() =>
                  void sendCard(appId, { ...offered, title: offered.title || name }).then((refused) =>
                    after(refused, () => setOffered(undefined)),
                  )
                }
              >
                {texts.sendCard}
              </GuardedButton>
            </div>
          )}
          <form
            className="chat-write"
            onSubmit={(event) => {
              event.preventDefault();
              void write();
            }}
          >
            <input
              type="text"
              value={text}
              maxLength={mostLetters}
              aria-label={texts.write}
              placeholder={texts.write}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <button type="submit" className="button button-primary button-small" disabled={text.trim() === ''}>
              {texts.send}
            </button>
          </form>
          {problem !== undefined && (
            <p className="sheet-problem" role="alert">
              {problem === 'TOO_MANY' ? texts.tooMany : texts.notSent}
            </p>
          )}
          <SheetButtons guard={guard} refuse={{ text: personTexts.close, run: () => answer() }} />
        </>
      )}
    </Sheet>
  );
}
