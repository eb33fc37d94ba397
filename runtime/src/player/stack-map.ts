import { FlattenMap, originalPositionFor, sourceContentFor, type TraceMap } from '@jridgewell/trace-mapping';
import type { Position } from '../protocol/errors.ts';

/** A guest stack in the author's terms. */
export interface MappedStack {
  /** One `    at name (file:line:column)` a line; empty when no frame was the author's. */
  readonly text: string;
  /** Where the topmost frame of the author's points. */
  readonly position: Position | undefined;
  /** The source line there, when the package carries it. */
  readonly sourceLine: string | undefined;
}

export interface StackMap {
  /** Makes frames of the script `file` known. `readMap` is called at the first frame, once; undefined: no map. */
  add(file: string, readMap: (() => string | undefined) | undefined): void;
  /** Frames of scripts that were not added (the base library, natives) are left out. */
  map(stack: string): MappedStack;
}

// QuickJS writes `at name (file:line:column)` or `at file:line:column`; older frames lack the column.
const framePattern = /^\s*at (?:(.*?) \()?([^()\s][^()]*?):(\d+)(?::(\d+))?\)?\s*$/;

/** A runaway recursion has thousands of frames that say the same. */
const maximumFrames = 20;

interface Script {
  readonly readMap: (() => string | undefined) | undefined;
  map?: TraceMap | null;
}

export function createStackMap(): StackMap {
  const scripts = new Map<string, Script>();
  const mapOf = (script: Script): TraceMap | null => {
    if (script.map === undefined) {
      const text = script.readMap?.();
      script.map = text === undefined ? null : parseMap(text);
    }
    return script.map;
  };
  return {
    add: (file, readMap) => void scripts.set(file, { readMap }),
    map(stack) {
      const lines: string[] = [];
      let first: { position: Position; sourceLine: string | undefined } | undefined;
      for (const line of stack.split('\n')) {
        const [, name = '', file = '', lineText = '', columnText = '1'] = framePattern.exec(line) ?? [];
        const script = scripts.get(file);
        if (!script) continue;
        const place = locate(mapOf(script), { file, line: Number(lineText), column: Number(columnText) });
        if (!place) continue;
        if (lines.length === maximumFrames) break;
        first ??= place;
        const at = `${place.position.file}:${place.position.line}:${place.position.column}`;
        lines.push(name === '' || name === '<anonymous>' ? `    at ${at}` : `    at ${name} (${at})`);
      }
      return { text: lines.join('\n'), position: first?.position, sourceLine: first?.sourceLine };
    },
  };
}

/** Programs that a framework has built may be one line of a megabyte, and every report would carry it. */
const lineLimit = 400;

/** A map that cannot be read costs positions, nothing else. */
function parseMap(text: string): TraceMap | null {
  try {
    return FlattenMap(text);
  } catch {
    return null;
  }
}

function locate(
  map: TraceMap | null,
  generated: Position,
): { position: Position; sourceLine: string | undefined } | undefined {
  if (!map) return { position: generated, sourceLine: undefined };
  const found = originalPositionFor(map, { line: generated.line, column: Math.max(0, generated.column - 1) });
  if (found.source === null) return undefined;
  const sourceLine = sourceContentFor(map, found.source)?.split('\n')[found.line - 1]?.slice(0, lineLimit);
  return { position: { file: found.source, line: found.line, column: found.column + 1 }, sourceLine };
}
