import { GuardedButton } from '../components/guarded-button.tsx';
import type { Guard } from '../use-guard.ts';
import type { ChatMessage } from './inbox-client.ts';
import { messageTexts as texts } from './message-texts.ts';

interface ChatBubbleProps {
  readonly message: ChatMessage;
  readonly name: string;
  readonly guard: Guard;
  readonly onCard: (path: string) => void;
}

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });

/** One message: words, a page to go to, or an address outside. */
export function ChatBubble({ message, name, guard, onCard }: ChatBubbleProps) {
  const { sender, at, body } = message;
  return (
    <div className="chat-message" data-sender={sender}>
      <small>
        <span className="unseen">{sender === 'person' ? texts.you : name} </span>
        {time.format(at)}
      </small>
      {body.kind === 'text' && <p className="chat-bubble">{body.text}</p>}
      {body.kind === 'card' && (
        <GuardedButton className="chat-bubble chat-card" guard={guard} onPress={() => onCard(body.path)}>
          <strong>{body.title}</strong>
          <span>{texts.card}</span>
        </GuardedButton>
      )}
      {body.kind === 'link' && (
        <p className="chat-bubble chat-card">
          <strong>{body.title}</strong>
          <span>{body.description}</span>
          {/^https:\/\//i.test(body.url) ? (
            <a href={body.url} target="_blank" rel="noopener noreferrer">
              {body.url}
            </a>
          ) : (
            <span>{body.url}</span>
          )}
        </p>
      )}
    </div>
  );
}
