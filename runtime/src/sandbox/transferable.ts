const names = ['[object ArrayBuffer]', '[object ImageBitmap]', '[object OffscreenCanvas]'];

/** Those of `objects` that a browser can hand over; `Port` names them without the types of one zone. */
export function transferable(objects: readonly object[] = []): Transferable[] {
  return objects.filter(isTransferable);
}

/** By its name: a canvas comes out of a page frame, whose classes are others than ours. */
function isTransferable(object: object): object is Transferable {
  return names.includes(Object.prototype.toString.call(object));
}
