import { decodePicture } from '../../dom/index.ts';
import type { MediaMeasure } from '../screen.ts';

/** Size and length of what is at an address that `assets` gave. Reads no pixel, so it needs no leave of the site. */
export async function measureMedia(url: string, type: 'image' | 'video'): Promise<MediaMeasure> {
  if (type === 'image') {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return { width: picture.naturalWidth, height: picture.naturalHeight, duration: 0 };
  }
  const video = document.createElement('video');
  video.preload = 'metadata';
  video.muted = true;
  await new Promise<void>((resolve, reject) => {
    video.onloadedmetadata = () => resolve();
    video.onerror = () => reject(new Error('the video cannot be read'));
    video.src = url;
  });
  const { videoWidth: width, videoHeight: height, duration } = video;
  video.removeAttribute('src');
  video.load();
  return { width, height, duration: Number.isFinite(duration) ? duration : 0 };
}

const mostPixels = 64_000_000;

/** The picture as a PNG file; undefined when its site does not let it be read. */
export async function pictureFile(url: string): Promise<Blob | undefined> {
  const { bitmap, width, height } = await decodePicture(url, mostPixels);
  if (!(bitmap instanceof ImageBitmap)) return undefined;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
  return canvas.convertToBlob();
}
