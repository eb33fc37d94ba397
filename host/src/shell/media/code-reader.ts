import type { CodeKind, ScannedCode } from '../../providers/index.ts';
import type { ScanAnswer, ScanOrder } from './scan-worker.ts';

/** Larger pictures are read smaller: time grows with their area, and a code stays one. */
const mostPixels = 1_600;

/** Looks for codes of some kinds. It runs a worker until it is disposed. */
export interface CodeReader {
  /** The code in a picture; undefined when there is none. */
  read(picture: ImageBitmap | HTMLVideoElement): Promise<ScannedCode | undefined>;
  dispose(): void;
}

export function openCodeReader(kinds: readonly CodeKind[]): CodeReader {
  const worker = new Worker(workerAddress(), { type: 'module' });
  const waiting = new Map<number, (code?: ScannedCode) => void>();
  let lastId = 0;
  const giveUp = (): void => {
    for (const answer of waiting.values()) answer();
    waiting.clear();
  };
  worker.addEventListener('message', ({ data: { id, code } }: MessageEvent<ScanAnswer>) => {
    waiting.get(id)?.(code);
    waiting.delete(id);
  });
  worker.addEventListener('error', giveUp);
  return {
    read(picture) {
      const pixels = pixelsOf(picture);
      if (pixels === undefined) return Promise.resolve(undefined);
      lastId += 1;
      const order: ScanOrder = { id: lastId, pixels, kinds };
      return new Promise((resolve) => {
        waiting.set(order.id, resolve);
        worker.postMessage(order, [pixels.data.buffer]);
      });
    },
    dispose() {
      worker.terminate();
      giveUp();
    },
  };
}

/** The code in a picture file; undefined when there is none, or the file is no picture. */
export async function readCodeFile(reader: CodeReader, file: File): Promise<ScannedCode | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  try {
    return await reader.read(bitmap);
  } finally {
    bitmap.close();
  }
}

function pixelsOf(picture: ImageBitmap | HTMLVideoElement): ImageData | undefined {
  const [fullWidth, fullHeight] =
    picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  if (fullWidth === 0 || fullHeight === 0) return undefined;
  const shrink = Math.min(1, mostPixels / Math.max(fullWidth, fullHeight));
  const width = Math.max(1, Math.round(fullWidth * shrink));
  const height = Math.max(1, Math.round(fullHeight * shrink));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(picture, 0, 0, width, height);
  return context?.getImageData(0, 0, width, height);
}

/** The shell's policy lets scripts begin at no text that was not approved; this one is written here. */
function workerAddress(): string {
  const address = '/shell-scanner.js';
  const policy = globalThis.trustedTypes?.createPolicy('scan-worker', { createScriptURL: () => address });
  return policy?.createScriptURL(address) ?? address;
}
