import { type ReactNode, useEffect, useRef } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { ProgramIcon } from '../program/program-icon.tsx';
import { type Guard, useGuard } from '../use-guard.ts';

interface SheetProps {
  readonly program: ProgramListing;
  readonly label: string;
  /** Escape, or a press beside the sheet. */
  readonly onDismiss: () => void;
  readonly children: (guard: Guard) => ReactNode;
}

/**
 * A sheet of the host's over the dimmed phone. Everything behind it is `inert` (the phone sees to that); Tab
 * goes round inside; Escape dismisses; nothing counts for the first 500 ms nor when no person did it.
 */
export function Sheet({ program, label, onDismiss, children }: SheetProps) {
  const guard = useGuard();
  const panel = useRef<HTMLDivElement>(null);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  const { accept } = guard;

  useEffect(() => {
    panel.current?.focus();
    const onEscape = accept<KeyboardEvent>(() => dismiss.current());
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onEscape(event);
      if (event.key === 'Tab' && panel.current !== null) wrapTab(event, panel.current);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [accept]);

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is the keyboard's way to do the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div className="sheet-dim" onClick={accept(() => onDismiss())} />
      <div ref={panel} className="sheet" role="dialog" aria-modal="true" aria-label={label} tabIndex={-1}>
        <header className="sheet-head">
          <ProgramIcon {...program} size={32} />
          <span className="sheet-name">{program.name}</span>
          <span className="sheet-version">{program.version}</span>
        </header>
        {children(guard)}
      </div>
    </>
  );
}

function wrapTab(event: KeyboardEvent, panel: HTMLElement): void {
  const stops = [
    ...panel.querySelectorAll<HTMLElement>(
      'button:not(:disabled), a[href], input:not([hidden]), textarea, select, [tabindex="0"]',
    ),
  ];
  const first = stops[0];
  const last = stops.at(-1);
  if (first === undefined || last === undefined) {
    event.preventDefault();
    return;
  }
  const active = document.activeElement;
  const outside = !(active instanceof HTMLElement) || !stops.includes(active);
  if (event.shiftKey && (active === first || outside)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (active === last || outside)) {
    event.preventDefault();
    first.focus();
  }
}
