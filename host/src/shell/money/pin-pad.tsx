import { useEffect, useRef } from 'react';
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
    <button
      key={key}
      type="button"
      className="pad-key"
      aria-disabled={!guard.open || busy}
      onClick={accept(() => press(key))}
    >
      {key}
    </button>
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
        <button type="button" className="pad-key pad-word" aria-disabled={!guard.open} onClick={accept(onCancel)}>
          {cancelText}
        </button>
        {digit('0')}
        <button
          type="button"
          className="pad-key pad-word"
          aria-label={moneyTexts.erase}
          aria-disabled={!guard.open || busy}
          onClick={accept(() => press('Backspace'))}
        >
          ⌫
        </button>
      </div>
    </>
  );
}

const places = Array.from({ length: pinLength }, (_, at) => at);
