import type { Problem } from '../../../protocol/index.ts';
import type { TemplateWarning, TemplateWarningCode } from '../compiled-template.ts';
import type { Source } from './source.ts';

// Past this nobody reads on, and a hostile file must not fill memory with messages.
const most = 200;

/** A place in a file: what a message points at. */
export interface Place {
  readonly source: Source;
  readonly start: number;
}

/** Collects what is wrong with one template: problems stop it, warnings do not. */
export class Diagnostics {
  readonly problems: Problem[] = [];
  readonly warnings: TemplateWarning[] = [];

  problem({ source, start }: Place, message: string): void {
    if (this.problems.length >= most) return;
    const position = source.position(start);
    this.problems.push({ code: 'COMPILE', message, position, sourceLine: source.line(start) });
  }

  warn(code: TemplateWarningCode, { source, start }: Place, message: string): void {
    if (this.warnings.length >= most) return;
    this.warnings.push({ code, message, position: source.position(start), sourceLine: source.line(start) });
  }
}
