import { useEffect, useState } from 'react';
import { useShell } from '../store.ts';
import { texts } from '../texts.ts';

function now(): string {
  return new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** The phone's top strip. It lies over the program and takes no touches. */
export function StatusBar({
  textStyle,
  note,
}: {
  readonly textStyle: 'black' | 'white' | 'ink';
  readonly note?: string;
}) {
  const [time, setTime] = useState(now);
  const following = useShell((state) => state.running.some((program) => program.following));
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="status-bar" data-text={textStyle} aria-hidden={note === undefined && !following}>
      {note === undefined ? (
        <>
          <span className="status-time">
            {time}
            {following && (
              <svg
                className="status-place"
                width="10"
                height="10"
                viewBox="0 0 10 10"
                role="img"
                aria-label={texts.following}
              >
                <path d="M9.5.5.6 4.3l3.7 1.4 1.4 3.7z" />
              </svg>
            )}
          </span>
          <svg className="status-signs" width="44" height="12" viewBox="0 0 44 12" aria-hidden="true">
            <rect x="0" y="7" width="3" height="5" rx="1" />
            <rect x="4.5" y="4.5" width="3" height="7.5" rx="1" />
            <rect x="9" y="2" width="3" height="10" rx="1" />
            <rect x="20.5" y="1" width="20" height="10" rx="3" className="status-hollow" />
            <rect x="22.5" y="3" width="14" height="6" rx="1.5" />
            <rect x="42" y="4" width="1.6" height="4" rx="0.8" />
          </svg>
        </>
      ) : (
        <span className="status-note">{note}</span>
      )}
    </div>
  );
}
