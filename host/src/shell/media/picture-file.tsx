import { type ReactNode, useRef, useState } from 'react';

interface PictureFileProps<Value> {
  /** Undefined: the file is not what is wanted. */
  readonly read: (file: File) => Promise<Value | undefined>;
  readonly taken: (value: Value) => void;
  /** What is said of a file that is not what is wanted. */
  readonly problem: string;
  /** Draws what opens the browser's own dialogue for files. */
  readonly children: (open: () => void) => ReactNode;
}

/** A picture from the person's files, read into something. */
export function PictureFile<Value>({ read, taken, problem, children }: PictureFileProps<Value>) {
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setFailed(false);
    const value = await read(file);
    if (value === undefined) setFailed(true);
    else taken(value);
  };
  return (
    <>
      {failed && (
        <p className="sheet-problem" role="alert">
          {problem}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const { currentTarget } = event;
          void choose(currentTarget.files?.[0]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      {children(() => input.current?.click())}
    </>
  );
}
