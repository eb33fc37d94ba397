/** Name under which `openEngineTable` exports the engine's function table. */
export const tableExport = 'table';

const exportSection = 7;
const tableKind = 1;

/**
 * QuickJS has a hook for promises that are rejected and left alone, but the published build neither sets it nor
 * lets a host function in. This adds one line to the module's list of exports, its function table, and changes
 * nothing else; `rejection-tracker.ts` tells what is put there. An engine made of the module as published works
 * too, without such reports. The bundle `quickjs.wasm` is opened already.
 *
 * Throws a TypeError when `bytes` are not a WebAssembly module with exports.
 */
export function openEngineTable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const section = findSection(bytes, exportSection);
  const count = readNumber(bytes, section.start);
  const name = new TextEncoder().encode(tableExport);
  const entry = [...writeNumber(name.length), ...name, tableKind, 0];
  const content = [...writeNumber(count.value + 1), ...bytes.subarray(count.end, section.end), ...entry];
  const head = [exportSection, ...writeNumber(content.length)];

  const opened = new Uint8Array(section.at + head.length + content.length + bytes.length - section.end);
  opened.set(bytes.subarray(0, section.at));
  opened.set(head, section.at);
  opened.set(content, section.at + head.length);
  opened.set(bytes.subarray(section.end), section.at + head.length + content.length);
  return opened;
}

/** A section's first byte, its content's first and its last plus one. */
function findSection(bytes: Uint8Array, id: number): { at: number; start: number; end: number } {
  // After the magic number and the version.
  let at = 8;
  while (at < bytes.length) {
    const size = readNumber(bytes, at + 1);
    const end = size.end + size.value;
    if (bytes[at] === id) return { at, start: size.end, end };
    at = end;
  }
  throw new TypeError(`the engine module has no section ${id}: was its package changed?`);
}

/** Unsigned LEB128, the number form of WebAssembly. */
function readNumber(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  let end = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[end] ?? 0;
    end += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end };
  }
}

function writeNumber(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...writeNumber(value >>> 7)];
}
