import { randomUUID } from 'node:crypto';

export interface Multipart {
  readonly contentType: string;
  readonly pieces: readonly Uint8Array[];
  readonly length: number;
}

export interface MultipartFile {
  readonly name: string;
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Small enough that progress is worth telling. */
const pieceBytes = 64 * 1024;

/** A form of fields and one file, RFC 7578. */
export function encodeMultipart(fields: Readonly<Record<string, string>>, file: MultipartFile): Multipart {
  const boundary = `----terrarium${randomUUID().replaceAll('-', '')}`;
  const open = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}`;
  const texts = Object.entries(fields).map(([key, value]) => `${open(`name="${quoted(key)}"`)}\r\n\r\n${value}\r\n`);
  const head = `${open(`name="${quoted(file.name)}"; filename="${quoted(file.fileName)}"`)}\r\nContent-Type: ${file.type}\r\n\r\n`;
  const pieces: Uint8Array[] = [Buffer.from(texts.join('') + head)];
  for (let at = 0; at < file.bytes.length; at += pieceBytes) pieces.push(file.bytes.subarray(at, at + pieceBytes));
  pieces.push(Buffer.from(`\r\n--${boundary}--\r\n`));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { contentType: `multipart/form-data; boundary=${boundary}`, pieces, length };
}

/** As browsers write names in a form: a quote or a line break cannot end them. */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
