import readQr from 'jsqr';
import type { ScannedCode } from '../providers/index.ts';

/** Larger pictures are read smaller: time grows with their area, and a code stays one. */
const mostPixels = 1_600;

/** The QR code in a picture file; undefined when there is none. */
export async function readCode(file: File): Promise<ScannedCode | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const shrink = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * shrink));
  const height = Math.max(1, Math.round(bitmap.height * shrink));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const pixels = context?.getImageData(0, 0, width, height);
  const found = pixels && readQr.default(pixels.data, width, height);
  if (!found) return undefined;
  const rawData = btoa(String.fromCharCode(...found.binaryData));
  return { result: found.data, scanType: 'QR_CODE', rawData };
}
