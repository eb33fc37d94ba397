/** What a call is about to take: for the object bound to `target`, for one part of it, in bytes. */
export interface Claim {
  readonly target: number;
  readonly part: string;
  readonly bytes: number;
}

// Numbers below are those of the constants of the WebGL specification.

/** Bytes of a pixel of four numbers by their type; of packed types, and of those not listed, 4. */
const pixelOf: ReadonlyMap<number, number> = new Map([
  // SHORT, UNSIGNED_SHORT, HALF_FLOAT, HALF_FLOAT_OES, FLOAT_32_UNSIGNED_INT_24_8_REV
  ...[0x1402, 0x1403, 0x140b, 0x8d61, 0x8dad].map((type) => [type, 8] as const),
  // INT, UNSIGNED_INT, FLOAT
  ...[0x1404, 0x1405, 0x1406].map((type) => [type, 16] as const),
]);
/** As above, of sized formats. */
const sizedPixelOf: ReadonlyMap<number, number> = new Map([
  // RGBA and RGB of 32 bits a number: float, signed, unsigned
  ...[0x8814, 0x8815, 0x8d82, 0x8d83, 0x8d70, 0x8d71].map((format) => [format, 16] as const),
  // RGBA and RGB of 16 bits a number
  ...[0x881a, 0x881b, 0x8d88, 0x8d89, 0x8d76, 0x8d77].map((format) => [format, 8] as const),
  // RG of 32 bits a number, DEPTH32F_STENCIL8
  ...[0x8230, 0x823b, 0x823c, 0x8cad].map((format) => [format, 8] as const),
]);
/** The smaller levels of a picture add a third. */
const withLevels = 4 / 3;
const cubeMap = 0x8513;

/** Counts from above: formats of fewer numbers than four are taken for four. Undefined for calls that take nothing. */
export function claimOf(native: string, values: readonly unknown[]): Claim | undefined {
  const at = (index: number): number => {
    const value = values[index];
    return typeof value === 'number' ? Math.max(0, value) || 0 : 0;
  };
  const claim = (part: string, bytes: number): Claim => ({ target: at(0), part, bytes });
  switch (native) {
    case 'bufferData':
      return claim('data', typeof values[1] === 'number' ? at(1) : bytesOf(values[1]));
    case 'texImage2D': {
      const last = values.at(-1);
      // By a picture alone, or with sizes, as numbers give them too.
      const [width, height] = values.length === 6 ? sizeOf(last) : [at(3), at(4)];
      const type = values.length === 6 ? at(4) : at(7);
      const pixel = Math.max(pixelOf.get(type) ?? 4, sizedPixelOf.get(at(2)) ?? 4);
      return claim(`${at(0)} ${at(1)}`, width * height * pixel);
    }
    case 'texImage3D':
      return claim(
        `${at(0)} ${at(1)}`,
        at(3) * at(4) * at(5) * Math.max(pixelOf.get(at(8)) ?? 4, sizedPixelOf.get(at(2)) ?? 4),
      );
    case 'copyTexImage2D':
      return claim(`${at(0)} ${at(1)}`, at(5) * at(6) * 16);
    case 'compressedTexImage2D':
      return claim(`${at(0)} ${at(1)}`, bytesOf(values[6]));
    case 'texStorage2D':
      return claim('all', at(3) * at(4) * (sizedPixelOf.get(at(2)) ?? 4) * withLevels * (at(0) === cubeMap ? 6 : 1));
    case 'texStorage3D':
      return claim('all', at(3) * at(4) * at(5) * (sizedPixelOf.get(at(2)) ?? 4) * withLevels);
    case 'renderbufferStorage':
      return claim('all', at(2) * at(3) * (sizedPixelOf.get(at(1)) ?? 4));
    case 'renderbufferStorageMultisample':
      return claim('all', at(3) * at(4) * (sizedPixelOf.get(at(2)) ?? 4) * Math.max(1, at(1)));
    default:
      return undefined;
  }
}

/** Target → what `getParameter` tells its object by. */
const bindings: ReadonlyMap<number, number> = new Map([
  // ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER
  ...([
    [0x8892, 0x8894],
    [0x8893, 0x8895],
  ] as const),
  // TEXTURE_2D, TEXTURE_CUBE_MAP, RENDERBUFFER
  ...([
    [0x0de1, 0x8069],
    [cubeMap, 0x8514],
    [0x8d41, 0x8ca7],
  ] as const),
  // The six sides of a cube.
  ...[0x8515, 0x8516, 0x8517, 0x8518, 0x8519, 0x851a].map((side) => [side, 0x8514] as const),
]);
const laterBindings: ReadonlyMap<number, number> = new Map([
  // COPY_READ_BUFFER, COPY_WRITE_BUFFER, PIXEL_PACK_BUFFER, PIXEL_UNPACK_BUFFER
  ...([
    [0x8f36, 0x8f36],
    [0x8f37, 0x8f37],
    [0x88eb, 0x88ed],
    [0x88ec, 0x88ef],
  ] as const),
  // TRANSFORM_FEEDBACK_BUFFER, UNIFORM_BUFFER, TEXTURE_3D, TEXTURE_2D_ARRAY
  ...([
    [0x8c8e, 0x8c8f],
    [0x8a11, 0x8a28],
    [0x806f, 0x806a],
    [0x8c1a, 0x8c1d],
  ] as const),
]);

/** Undefined for a target that a context of that version does not have. */
export function bindingOf(target: number, version: 1 | 2): number | undefined {
  return bindings.get(target) ?? (version === 2 ? laterBindings.get(target) : undefined);
}

function bytesOf(value: unknown): number {
  return ArrayBuffer.isView(value) ? value.byteLength : 0;
}

function sizeOf(picture: unknown): readonly [width: number, height: number] {
  const { width, height } = Object(picture);
  return [Number(width) || 0, Number(height) || 0];
}
