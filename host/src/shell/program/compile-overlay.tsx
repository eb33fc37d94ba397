import type { Problem } from '@terrarium/runtime/protocol';
import type { ProgramListing } from '../../web/messages.ts';
import { hideOverlay } from '../actions.ts';
import { texts } from '../texts.ts';

const shownAtMost = 20;

/** The author's compile errors over the program. It goes by itself with the next good build. */
export function CompileOverlay({ program, covered }: { readonly program: ProgramListing; readonly covered: boolean }) {
  const runs = program.digest !== '';
  return (
    <div className="compile-overlay" role="alert" inert={covered}>
      <header>
        <h1 className="compile-title">{texts.compileTitle(program.problems.length)}</h1>
        <p className="compile-hint">{runs ? texts.compileKeeps : texts.compileNothing}</p>
      </header>
      <ol className="compile-problems">
        {program.problems.slice(0, shownAtMost).map((problem) => (
          <li key={keyOf(problem)}>
            <ProblemCard problem={problem} />
          </li>
        ))}
      </ol>
      {runs && (
        <button type="button" className="button" onClick={() => hideOverlay(program.appId)}>
          {texts.hide}
        </button>
      )}
    </div>
  );
}

/** One problem: place, message, source line with a caret under the column. */
export function ProblemCard({ problem }: { readonly problem: Problem }) {
  const { position, sourceLine } = problem;
  return (
    <article className="problem">
      {position !== undefined && (
        <p className="problem-place">
          {position.file}:{position.line}:{position.column}
        </p>
      )}
      <p className="problem-message">{problem.message}</p>
      {position !== undefined && sourceLine !== undefined && (
        <pre className="problem-source">
          <code>
            <span className="problem-line">{position.line} │ </span>
            {sourceLine.replaceAll('\t', ' ')}
            {'\n'}
            <span className="problem-line">{' '.repeat(String(position.line).length)} │ </span>
            {' '.repeat(Math.max(0, position.column - 1))}
            <span className="problem-caret">^</span>
          </code>
        </pre>
      )}
      {problem.stack !== undefined && <pre className="problem-stack">{problem.stack}</pre>}
    </article>
  );
}

function keyOf(problem: Problem): string {
  const { file, line, column } = problem.position ?? { file: '', line: 0, column: 0 };
  return `${file}:${line}:${column} ${problem.message}`;
}
