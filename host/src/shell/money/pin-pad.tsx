import { useEffect, useRef } from 'react';
import { GuardedButton } from '../components/guarded-button.tsx';
import type { Guard } from '../use-guard.ts';
import { moneyTexts } from './money-texts.ts';

/** How many digits a PIN has. */
export const pinLength = 6;

interface PinPadProps {
  readonly guard: Guard;
  readonly pin: string;
  /** Gets the digits so far; the caller clears them. */
  readonly onChange: (pin: string) => void;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly cancelText: string;
}

/** Dots for what is entered, never the digits; a pad for fingers, and the keyboard. */
export function PinPad({ guard, pin, onChange, busy, onCancel, cancelText }: PinPadProps) {
  const { accept } = guard;
  const press = (key: string): void => {
    if (busy) return;
    if (key === 'Backspace') onChange(pin.slice(0, -1));
    else if (/^\d$/.test(key) && pin.length < pinLength) onChange(pin + key);
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const onKey = accept<KeyboardEvent>((event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) latest.current(event.key);
    });
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [accept]);
  const digit = (key: string) => (
    <GuardedButton key={key} className="pad-key" guard={guard} busy={busy} onPress={() => press(key)}>
      {key}
    </GuardedButton>
  );
  return (
    <>
      <div className="pin-dots" data-busy={busy} role="img" aria-label={moneyTexts.entered(pin.length)}>
        {places.map((at) => (
          <span key={at} data-filled={at < pin.length} />
        ))}
      </div>
      <div className="pad">
        {[...'123456789'].map(digit)}
        <GuardedButton className="pad-key pad-word" guard={guard} onPress={onCancel}>
          {cancelText}
        </GuardedButton>
        {digit('0')}
        <GuardedButton
          className="pad-key pad-word"
          aria-label={moneyTexts.erase}
          guard={guard}
          busy={busy}
          onPress={() => press('Backspace')}
        >
          ⌫
        </GuardedButton>
      </div>
    </>
  );
}

const places = Array.from({ length: pinLength }, (_, at) => at);
