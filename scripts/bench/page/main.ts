import type { ChangeOrder, Subject, SubjectName, Timing } from './subject.ts';

/** One operation: how many rows stand before it, and what it does to them. */
export interface Operation extends ChangeOrder {
  readonly name: string;
  readonly startRows: number;
  /** How often it is done before the list is made anew; more than one only for what leaves the list's length. */
  readonly repeats: number;
}

declare global {
  var bench: {
    open(names: readonly SubjectName[]): Promise<void>;
    /** One round of one subject. */
    round(name: SubjectName, operation: Operation): Promise<Timing[]>;
    /** Leaves `rows` rows drawn, for whoever measures the heap. */
    hold(name: SubjectName, rows: number): Promise<void>;
    /** Text of the middle row of each subject after the same change: they must agree. */
    compare(operation: Operation): Promise<Record<string, string>>;
  };
}

const subjects = new Map<SubjectName, Subject>();

async function open(name: SubjectName): Promise<void> {
  const frame = document.createElement('iframe');
  frame.src = `/frame.html?name=${name}`;
  // All in the same place and of the same size: each is laid out as if it were alone.
  frame.style.cssText = 'position:absolute;inset:0;width:390px;height:844px;border:0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const subject = await frame.contentWindow?.subject;
  if (!subject) throw new Error(`the frame of ${name} has no subject`);
  subjects.set(name, subject);
}

function known(name: SubjectName): Subject {
  const subject = subjects.get(name);
  if (!subject) throw new Error(`${name} is not open`);
  return subject;
}

async function change(subject: Subject, order: ChangeOrder): Promise<Timing> {
  await subject.prepare(order);
  const timing = await subject.run();
  await subject.settled();
  return timing;
}

const clear = { kind: 'clear', count: 0 } as const;

async function start(subject: Subject, rows: number): Promise<void> {
  if (rows > 0) await change(subject, { kind: 'create', count: rows });
}

async function round(name: SubjectName, operation: Operation): Promise<Timing[]> {
  const subject = known(name);
  await start(subject, operation.startRows);
  // There with `--js-flags=--expose-gc`.
  globalThis.gc?.();
  const timings: Timing[] = [];
  for (let repeat = 0; repeat < operation.repeats; repeat += 1) timings.push(await change(subject, operation));
  if (subject.rowCount() > 0) await change(subject, clear);
  return timings;
}

async function hold(name: SubjectName, rows: number): Promise<void> {
  const subject = known(name);
  if (rows > 0) await start(subject, rows);
  else if (subject.rowCount() > 0) await change(subject, clear);
}

async function compare(operation: Operation): Promise<Record<string, string>> {
  const seen: [string, string][] = [];
  for (const [name, subject] of subjects) {
    await start(subject, operation.startRows);
    await change(subject, operation);
    seen.push([name, `${subject.rowCount()} rows, ${subject.middleText()}`]);
    if (subject.rowCount() > 0) await change(subject, clear);
  }
  return Object.fromEntries(seen);
}

globalThis.bench = {
  async open(names) {
    for (const name of names) await open(name);
  },
  round,
  hold,
  compare,
};
