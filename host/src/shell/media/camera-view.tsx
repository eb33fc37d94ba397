import { useEffect, useRef, useState } from 'react';
import { GuardedButton } from '../components/guarded-button.tsx';
import type { Guard } from '../use-guard.ts';
import { mediaTexts as texts } from './media-texts.ts';

interface CameraViewProps {
  readonly guard: Guard;
  readonly kind: 'image' | 'video';
  readonly facing: 'user' | 'environment';
  readonly maxSeconds: number;
  readonly taken: (file: File) => void;
  /** There is no camera, or the browser's own question was refused. */
  readonly failed: () => void;
}

/** What the camera sees, and the button that takes it. The camera is off as soon as this is gone. */
export function CameraView({ guard, kind, facing, maxSeconds, taken, failed }: CameraViewProps) {
  const view = useRef<HTMLVideoElement>(null);
  const recorder = useRef<MediaRecorder>(undefined);
  const [ready, setReady] = useState(false);
  const [recording, setRecording] = useState(false);
  const hear = useRef({ taken, failed });
  hear.current = { taken, failed };

  useEffect(() => {
    let stream: MediaStream | undefined;
    let gone = false;
    const open = async (): Promise<void> => {
      const wanted = { video: { facingMode: facing }, audio: kind === 'video' };
      const opened = await navigator.mediaDevices.getUserMedia(wanted);
      if (gone) return stop(opened);
      stream = opened;
      if (view.current !== null) view.current.srcObject = opened;
      setReady(true);
    };
    open().catch(() => hear.current.failed());
    return () => {
      gone = true;
      if (stream !== undefined) stop(stream);
    };
  }, [facing, kind]);

  const takePicture = async (): Promise<void> => {
    const video = view.current;
    if (video === null || video.videoWidth === 0) return;
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
    hear.current.taken(new File([picture], 'picture.jpg', { type: 'image/jpeg' }));
  };
  const record = (): void => {
    const stream = view.current?.srcObject;
    if (!(stream instanceof MediaStream)) return;
    const made = new MediaRecorder(stream);
    const pieces: Blob[] = [];
    recorder.current = made;
    made.ondataavailable = ({ data }) => pieces.push(data);
    const timer = setTimeout(() => made.stop(), maxSeconds * 1000);
    made.onstop = () => {
      clearTimeout(timer);
      const type = made.mimeType.replace(/;.*$/, '') || 'video/webm';
      hear.current.taken(new File(pieces, 'video', { type }));
    };
    made.start();
    setRecording(true);
  };
  const press = (): void => {
    if (kind === 'image') void takePicture();
    else if (recording) recorder.current?.stop();
    else record();
  };
  return (
    <div className="camera">
      <video ref={view} className="camera-view" autoPlay muted playsInline />
      <GuardedButton guard={guard} className="button button-primary" disabled={!ready} onPress={press}>
        {kind === 'image' ? texts.takePicture : recording ? texts.stopVideo : texts.takeVideo}
      </GuardedButton>
    </div>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
