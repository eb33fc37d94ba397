import { useEffect, useState } from 'react';
import { phoneMessages, type TypedPhone } from './account.ts';
import { personTexts as texts } from './person-texts.ts';

interface PhoneMessagesProps {
  readonly phone: TypedPhone;
  /** Grows with every code that was sent: there is something new to look at. */
  readonly codesSent: number;
}

/** The phone simulator: what the phone of a number shows. A receiver, never a way around the code. */
export function PhoneMessages({ phone, codesSent }: PhoneMessagesProps) {
  const [messages, setMessages] = useState<Awaited<ReturnType<typeof phoneMessages>>>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a code was sent
  useEffect(() => {
    let here = true;
    void phoneMessages(phone).then((found) => here && setMessages(found));
    return () => {
      here = false;
    };
  }, [phone, codesSent]);
  return (
    <aside className="simulator" aria-label={texts.phoneSimulator}>
      <h2 className="place-heading">{texts.phoneSimulator}</h2>
      <p className="sheet-hint">{messages.length === 0 ? texts.noMessages : texts.phoneSimulatorHint}</p>
      <ul>
        {messages.map(({ text, at }) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
    </aside>
  );
}
