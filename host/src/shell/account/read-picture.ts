/** A profile's picture is drawn at most this large. */
const mostPixels = 256;
/** What a profile takes. */
const mostCharacters = 160 * 1024;

/** A picture file as a small square-bounded data URL; undefined when it is none. */
export async function readPicture(file: File): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const shrink = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * shrink));
  canvas.height = Math.max(1, Math.round(bitmap.height * shrink));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const exact = canvas.toDataURL('image/png');
  const url = exact.length <= mostCharacters ? exact : canvas.toDataURL('image/jpeg', 0.85);
  return url.length <= mostCharacters ? url : undefined;
}
