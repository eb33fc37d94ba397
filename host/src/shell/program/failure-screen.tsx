import type { Problem } from '@terrarium/runtime/protocol';
import { restartProgram } from '../actions.ts';
import { texts } from '../texts.ts';
import { ProblemCard } from './compile-overlay.tsx';

interface FailureScreenProps {
  readonly appId: string;
  readonly problem: Problem;
  readonly covered: boolean;
}

/** A program that ended: what happened, and the button that starts it anew. */
export function FailureScreen({ appId, problem, covered }: FailureScreenProps) {
  return (
    <div className="failure" role="alert" inert={covered}>
      <h1 className="notice-title">{texts.failed}</h1>
      <ProblemCard problem={problem} />
      <p className="failure-code">{problem.code}</p>
      <button type="button" className="button button-primary" onClick={() => restartProgram(appId)}>
        {texts.restart}
      </button>
    </div>
  );
}
