import type { CarriedFile } from '@terrarium/runtime/protocol';
import type { Measured, MediaDesk, ShrinkOptions } from '../../providers/index.ts';
import { put } from '../account/person.ts';

/** Kept until the browser has certainly begun to write the file. */
const downloadMs = 60_000;
const mostPixels = 100_000_000;

/** The person's files, by this shell's browser. */
export const mediaDesk: MediaDesk = {
  choose: (appId, wish) => put(appId, (answer) => ({ about: 'files', wish, answer })),
  save(name, file) {
    if (!(file instanceof Blob)) return;
    const link = document.createElement('a');
    const url = URL.createObjectURL(file);
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), downloadMs);
  },
  async measure(file) {
    if (!(file instanceof Blob)) return undefined;
    return file.type.startsWith('video/') ? measureVideo(file) : measurePicture(file);
  },
  async shrink(file, options) {
    const picture = await decode(file);
    if (picture === undefined) return undefined;
    const { width, height } = sizeFor(picture, options);
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
    picture.close();
    return canvas.convertToBlob({ type: 'image/jpeg', quality: options.quality });
  },
};

function sizeFor(picture: ImageBitmap, { width, height, longest }: ShrinkOptions): { width: number; height: number } {
  const ratio = picture.width / picture.height;
  const byLongest = longest === undefined ? 1 : Math.min(1, longest / Math.max(picture.width, picture.height));
  const across = width ?? (height === undefined ? picture.width * byLongest : height * ratio);
  const down = height ?? across / ratio;
  return { width: Math.max(1, Math.round(across)), height: Math.max(1, Math.round(down)) };
}

/** Undefined for what is no picture, and for one too large to be unpacked. */
async function decode(file: CarriedFile): Promise<ImageBitmap | undefined> {
  if (!(file instanceof Blob)) return undefined;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture !== undefined && picture.width * picture.height > mostPixels) {
    picture.close();
    return undefined;
  }
  return picture;
}

async function measurePicture(file: Blob): Promise<Measured | undefined> {
  const picture = await decode(file);
  if (picture === undefined) return undefined;
  const { width, height } = picture;
  picture.close();
  return { width, height };
}

async function measureVideo(file: Blob): Promise<Measured | undefined> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  video.muted = true;
  video.preload = 'auto';
  try {
    await new Promise<void>((resolve, reject) => {
      video.onloadeddata = () => resolve();
      video.onerror = () => reject(new Error('no video'));
      video.src = url;
    });
    const { videoWidth: width, videoHeight: height } = video;
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const thumb = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    // What a browser records itself has no length in its head.
    return { width, height, duration: Number.isFinite(video.duration) ? video.duration : 0, thumb };
  } catch {
    // Another kind of file than its name says.
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
