import { prepareZXingModule, type ReadInputBarcodeFormat, readBarcodes } from 'zxing-wasm/reader';
import type { CodeKind, ScannedCode } from '../../providers/index.ts';

/**
 * Entry of shell-scanner.js, in which codes are looked for: beside the shell's own thread, and under a policy of its own,
 * because only here WebAssembly may be compiled.
 */
export interface ScanOrder {
  readonly id: number;
  readonly pixels: ImageData;
  readonly kinds: readonly CodeKind[];
}
export interface ScanAnswer {
  readonly id: number;
  /** Absent: there is none in this picture. */
  readonly code?: ScannedCode | undefined;
}

const formats: Readonly<Record<CodeKind, ReadInputBarcodeFormat[]>> = {
  barCode: ['AllLinear'],
  qrCode: ['QRCode', 'Aztec', 'MaxiCode'],
  datamatrix: ['DataMatrix'],
  pdf417: ['PDF417'],
};

/** The decoder's word → WeChat's. */
const words: ReadonlyMap<string, string> = new Map([
  ['QRCode', 'QR_CODE'],
  ['QRCodeModel1', 'QR_CODE'],
  ['QRCodeModel2', 'QR_CODE'],
  ['MicroQRCode', 'QR_CODE'],
  ['RMQRCode', 'QR_CODE'],
  ['Aztec', 'AZTEC'],
  ['AztecCode', 'AZTEC'],
  ['AztecRune', 'AZTEC'],
  ['MaxiCode', 'MAXICODE'],
  ['DataMatrix', 'DATA_MATRIX'],
  ['PDF417', 'PDF_417'],
  ['CompactPDF417', 'PDF_417'],
  ['MicroPDF417', 'PDF_417'],
  ['EAN13', 'EAN_13'],
  ['ISBN', 'EAN_13'],
  ['EAN8', 'EAN_8'],
  ['UPCA', 'UPC_A'],
  ['UPCE', 'UPC_E'],
  ['Code128', 'CODE_128'],
  ['Code93', 'CODE_93'],
  ['Code39', 'CODE_39'],
  ['Code39Std', 'CODE_39'],
  ['Code39Ext', 'CODE_39'],
  ['Code32', 'CODE_39'],
  ['PZN', 'CODE_39'],
  ['Codabar', 'CODABAR'],
  ['ITF', 'ITF'],
  ['ITF14', 'ITF'],
  ['DataBar', 'RSS_14'],
  ['DataBarOmni', 'RSS_14'],
  ['DataBarStk', 'RSS_14'],
  ['DataBarStkOmni', 'RSS_14'],
  ['DataBarLtd', 'RSS_14'],
  ['DataBarExp', 'RSS_EXPANDED'],
  ['DataBarExpStk', 'RSS_EXPANDED'],
]);

// The library would take it from a network of others.
prepareZXingModule({ overrides: { locateFile: () => '/zxing_reader.wasm' } });

async function look({ id, pixels, kinds }: ScanOrder): Promise<ScanAnswer> {
  const wanted = [...new Set(kinds.flatMap((kind) => formats[kind]))];
  const [found] = await readBarcodes(pixels, { formats: wanted, maxNumberOfSymbols: 1 });
  if (!found?.isValid) return { id };
  const rawData = btoa(Array.from(found.bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { id, code: { result: found.text, scanType: words.get(found.format) ?? found.format, rawData } };
}

addEventListener('message', ({ data }: MessageEvent<ScanOrder>) => {
  look(data).then(
    (answer) => postMessage(answer),
    () => postMessage({ id: data.id }),
  );
});
