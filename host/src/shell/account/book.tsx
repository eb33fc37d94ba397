import { type ReactNode, useEffect, useState } from 'react';
import { personTexts } from './person-texts.ts';

export interface BookProps<Kept extends { readonly id: string }, Entry> {
  readonly title: string;
  /** Said while nothing is kept. */
  readonly none: string;
  /** Words of the button that opens the form. */
  readonly addWords: string;
  readonly empty: Entry;
  list(): Promise<readonly Kept[]>;
  /** Whether the services took it. */
  add(entry: Entry): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  isWhole(entry: Entry): boolean;
  /** One line of the list: what is strong in it, and the rest. */
  describe(kept: Kept): { readonly name: string; readonly rest: string };
  fields(entry: Entry, change: (entry: Entry) => void): ReactNode;
}

/** What a person keeps for programs, on their own page: a list, and a form for one more. */
export function Book<Kept extends { readonly id: string }, Entry>(props: BookProps<Kept, Entry>) {
  const { title, none, addWords, empty, list, add, remove, isWhole, describe, fields } = props;
  const [kept, setKept] = useState<readonly Kept[]>();
  const [fresh, setFresh] = useState<{ readonly entry: Entry }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    void list().then((found) => here && setKept(found));
    return () => {
      here = false;
    };
  }, [list]);
  const change = async (worked: Promise<boolean>): Promise<void> => {
    const done = await worked;
    setFailed(!done);
    if (!done) return;
    setFresh(undefined);
    setKept(await list());
  };
  if (kept === undefined) return null;
  return (
    <section className="me-section account book" aria-label={title}>
      <h2 className="account-title">{title}</h2>
      {kept.length === 0 && <p className="sheet-hint">{none}</p>}
      <ul>
        {kept.map((one) => {
          const { name, rest } = describe(one);
          return (
            <li key={one.id} className="book-row">
              <span className="book-words">
                <strong>{name}</strong>
                {rest}
              </span>
              <button
                type="button"
                className="link-button"
                aria-label={personTexts.removeKept(name)}
                onClick={() => void change(remove(one.id))}
              >
                {personTexts.remove}
              </button>
            </li>
          );
        })}
      </ul>
      {failed && (
        <p className="sheet-problem" role="alert">
          {personTexts.problem}
        </p>
      )}
      {fresh === undefined ? (
        <button type="button" className="button account-out" onClick={() => setFresh({ entry: empty })}>
          {addWords}
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void change(add(fresh.entry));
          }}
        >
          {fields(fresh.entry, (entry) => setFresh({ entry }))}
          <div className="sheet-buttons">
            <button type="button" className="button" onClick={() => setFresh(undefined)}>
              {personTexts.cancel}
            </button>
            <button type="submit" className="button button-primary" disabled={!isWhole(fresh.entry)}>
              {personTexts.save}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
