import { TerrariumError } from '../protocol/errors.ts';

/** Where the bytes of a package come from. Nothing it returns is trusted: `openPackage` verifies every file. */
export interface PackageSource {
  /**
   * The whole file. A source that transfers (network, disk) stops and throws as soon as it sees more than
   * `limitBytes`, so that a wrong size is found before it fills the memory.
   *
   * @throws TerrariumError PACKAGE when the file is absent, unreadable or longer than the limit.
   */
  read(path: string, limitBytes?: number): Promise<Uint8Array>;
}

export function absent(path: string): TerrariumError {
  return new TerrariumError('PACKAGE', `${path}: is not in the package; build it again or download it again`);
}

export function tooLong(path: string, limitBytes: number): TerrariumError {
  return new TerrariumError(
    'PACKAGE',
    `${path}: is longer than the ${limitBytes} bytes it may have; build the package again or download it again`,
  );
}
