import { useEffect, useRef } from 'react';
import type { ScannedCode } from '../../providers/index.ts';
import type { CodeReader } from './code-reader.ts';
import { scanTexts as texts } from './scan-texts.ts';

interface ScanViewProps {
  readonly reader: CodeReader;
  readonly found: (code: ScannedCode) => void;
  /** There is no camera, or the browser's own question was refused. */
  readonly failed: () => void;
}

/** What the camera sees, read picture by picture until there is a code in one. The camera is off when this is gone. */
export function ScanView({ reader, found, failed }: ScanViewProps) {
  const view = useRef<HTMLVideoElement>(null);
  const hear = useRef({ found, failed });
  hear.current = { found, failed };

  useEffect(() => {
    const { current: video } = view;
    let stream: MediaStream | undefined;
    let gone = false;
    const stop = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    /** One picture after the other: the next is looked at when the one before has been read. */
    const watch = (): void => {
      video?.requestVideoFrameCallback(() => {
        if (gone) return;
        void reader.read(video).then((code) => {
          if (gone) return;
          if (code === undefined) watch();
          else hear.current.found(code);
        });
      });
    };
    const open = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      if (gone) return stop();
      if (video !== null) video.srcObject = stream;
      watch();
    };
    open().catch(() => hear.current.failed());
    return () => {
      gone = true;
      stop();
    };
  }, [reader]);

  return <video ref={view} className="camera-view scan-view" aria-label={texts.view} autoPlay muted playsInline />;
}
