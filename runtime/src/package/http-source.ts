import { TerrariumError } from '../protocol/errors.ts';
import { absent, type PackageSource, tooLong } from './source.ts';

/** A package below an address that ends in a slash, for example `http://wx12.localhost:8080/package/`. */
export function httpSource(baseUrl: URL): PackageSource {
  return {
    async read(path, limitBytes = Number.POSITIVE_INFINITY) {
      // Each segment is escaped on its own: a `#`, `?` or `%` in a file name is part of the name.
      const address = new URL(path.split('/').map(encodeURIComponent).join('/'), baseUrl);
      const response = await fetch(address).catch((cause: unknown) => {
        throw new TerrariumError('PACKAGE', `${path}: the server that holds the package does not answer; try again`, {
          cause,
        });
      });
      if (response.status === 404) throw absent(path);
      if (!response.ok || response.body === null) {
        throw new TerrariumError(
          'PACKAGE',
          `${path}: the server that holds the package answered ${response.status}; try again`,
        );
      }
      return readAtMost(response.body, path, limitBytes);
    },
  };
}

async function readAtMost(body: ReadableStream<Uint8Array>, path: string, limitBytes: number): Promise<Uint8Array> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > limitBytes) {
      await reader.cancel();
      throw tooLong(path, limitBytes);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
