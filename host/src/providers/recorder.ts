import { type Providers, refuse, succeed } from '@terrarium/runtime';
import { carriedName } from '@terrarium/runtime/protocol';
import { toBase64 } from './base64.ts';
import type { ProgramHost } from './program-host.ts';

type Names = 'recordSound' | 'controlRecorder';

/** Opens the microphone. Rejects when there is none, or the browser's own question was refused. */
export type OpenMicrophone = (wanted: MediaTrackConstraints) => Promise<MediaStream>;

export interface RecorderParts {
  readonly providers: Pick<Providers, Names>;
  /** The program's window is gone: the microphone closes. */
  ended(appId: string): void;
}

/** How often a recording with `frameSize` looks whether a piece is full, in milliseconds. */
const pieceMs = 100;

/** One recording for each program, by the browser's `MediaRecorder` and in the format it has. */
export function recorderParts(open: OpenMicrophone, programs: Pick<ProgramHost, 'tell'>): RecorderParts {
  const running = new Map<string, MediaRecorder>();
  const opening = new Set<string>();
  const stop = (appId: string): void => {
    const recorder = running.get(appId);
    if (recorder !== undefined && recorder.state !== 'inactive') recorder.stop();
  };
  return {
    ended: stop,
    providers: {
      async recordSound({ appId, params }) {
        if (running.has(appId) || opening.has(appId)) return refuse('BAD_ARGUMENT', 'is recording or paused');
        const { duration, sampleRate, numberOfChannels: channelCount, encodeBitRate, frameSize } = params;
        const wanted = { ...(sampleRate && { sampleRate }), ...(channelCount && { channelCount }) };
        opening.add(appId);
        const stream = await open(wanted).catch(() => undefined);
        opening.delete(appId);
        if (stream === undefined) return refuse('DENIED', 'there is no microphone, or the browser does not allow it');
        const recorder = new MediaRecorder(stream, encodeBitRate ? { audioBitsPerSecond: encodeBitRate } : {});
        running.set(appId, recorder);
        try {
          return await record(recorder, duration, frameSize, (event) => programs.tell(appId, 'recorder', event));
        } finally {
          running.delete(appId);
          for (const track of stream.getTracks()) track.stop();
        }
      },
      controlRecorder({ appId, params: { action } }) {
        const recorder = running.get(appId);
        const state = recorder?.state ?? 'inactive';
        if (recorder === undefined || state === 'inactive') return refuse('BAD_ARGUMENT', 'recorder not start');
        if (action === 'stop') recorder.stop();
        else if (action === 'pause' && state === 'recording') recorder.pause();
        else if (action === 'resume' && state === 'paused') recorder.resume();
        else return refuse('BAD_ARGUMENT', `recorder is ${state}`);
        return succeed({});
      },
    },
  };
}

type RecorderEvent =
  | { readonly type: 'start' | 'pause' | 'resume' }
  | { readonly type: 'frame'; readonly base64: string; readonly last: boolean };

/** Resolves when the recording is over. Time that it was paused does not count. */
async function record(
  recorder: MediaRecorder,
  durationMs: number,
  frameSize: number | undefined,
  tell: (event: RecorderEvent) => void,
) {
  const pieces: Blob[] = [];
  let told = Promise.resolve();
  let frame: Blob[] = [];
  let recordedMs = 0;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    since = performance.now();
    timer = setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), durationMs - recordedMs);
  };
  const rest = (): void => {
    clearTimeout(timer);
    recordedMs += performance.now() - since;
  };
  const tellFrame = (last: boolean): void => {
    const bytes = new Blob(frame);
    frame = [];
    told = told.then(async () =>
      tell({ type: 'frame', base64: toBase64(new Uint8Array(await bytes.arrayBuffer())), last }),
    );
  };
  recorder.onpause = () => {
    rest();
    tell({ type: 'pause' });
  };
  recorder.onresume = () => {
    run();
    tell({ type: 'resume' });
  };
  recorder.ondataavailable = ({ data }) => {
    pieces.push(data);
    if (frameSize === undefined) return;
    frame.push(data);
    if (frame.reduce((sum, { size }) => sum + size, 0) >= frameSize * 1024) tellFrame(false);
  };
  const paused = () => recorder.state === 'paused';
  await new Promise<void>((resolve) => {
    recorder.onstart = () => {
      run();
      tell({ type: 'start' });
    };
    recorder.onstop = () => resolve();
    recorder.onerror = () => resolve();
    recorder.start(frameSize === undefined ? undefined : pieceMs);
  });
  if (!paused()) rest();
  if (frameSize !== undefined) tellFrame(true);
  await told;
  const file = new Blob(pieces, { type: recorder.mimeType.replace(/;.*$/, '') || 'audio/webm' });
  const duration = Math.min(durationMs, Math.round(recordedMs));
  return succeed({ tempFilePath: carriedName(0), duration, fileSize: file.size }, [file]);
}
