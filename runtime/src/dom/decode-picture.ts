/** A picture ready to be drawn. `bitmap` can be handed to another thread. */
export interface DecodedPicture {
  readonly bitmap: object;
  readonly width: number;
  readonly height: number;
}

/**
 * Loads the picture at an address that `resolveAsset` gave. One of another origin is asked for with CORS: a canvas
 * shows its pixels to the program, so that site has to say that it may.
 *
 * @throws Error saying why there is none.
 */
export async function decodePicture(url: string, mostPixels: number): Promise<DecodedPicture> {
  const picture = new Image();
  if (/^https?:/i.test(url)) picture.crossOrigin = 'anonymous';
  picture.src = url;
  await picture.decode().catch(() => {
    throw new Error('it cannot be loaded or decoded, or its site does not allow canvases to read it (CORS)');
  });
  const { naturalWidth: width, naturalHeight: height } = picture;
  if (width === 0 || height === 0) throw new Error('it has no size of its own');
  if (width * height > mostPixels) throw new Error(`${width} × ${height} pixels are above the limit of ${mostPixels}`);
  return { bitmap: await createImageBitmap(picture), width, height };
}
