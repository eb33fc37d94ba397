import { blameOf, type Problem } from '../../protocol/errors.ts';
import { make } from './make.ts';
import type { Words } from './words.ts';

/** What stands in place of a program that is over: what happened, where, and whose doing it was. */
export function createFailurePage(document: Document, problem: Problem, words: Words): HTMLElement {
  const { position, sourceLine, stack } = problem;
  const place = position && `${position.file}:${position.line}:${position.column}`;
  const element = make(
    document,
    'section',
    'failure',
    make(document, 'h1', 'failure-title', words.stopped),
    make(document, 'p', 'failure-hint', blameOf(problem.code) === 'host' ? words.hostFault : words.guestFault),
    make(document, 'p', 'failure-message', problem.message),
    make(document, 'p', 'failure-code', place === undefined ? problem.code : `${problem.code} · ${place}`),
    ...(sourceLine === undefined ? [] : [make(document, 'pre', 'failure-source', sourceLine.trim())]),
    ...(stack === undefined || stack === '' ? [] : [make(document, 'pre', 'failure-source', stack)]),
  );
  element.setAttribute('role', 'alert');
  return element;
}
