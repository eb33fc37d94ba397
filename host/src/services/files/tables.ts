/** Files of programs, sealed, see file-rows.ts: `content` names the pieces, so that a rename moves no bytes. Directories have none. */
export interface FileTables {
  file_entries: {
    user: string;
    app: string;
    path: Buffer;
    sealed_path: Buffer | null;
    content: string;
    bytes: number;
    modified: number;
  };
  file_pieces: { content: string; number: number; data: Buffer };
  /** Sums as in `used`; `usr` and `store` together. */
  file_sums: { user: string; app: string; bytes: number };
}

/** Paths are bytes, as keys are in `entries`. */
export const filesSchema = `
  create table file_entries (
    "user" text not null,
    app text not null,
    path bytea not null,
    content text not null,
    bytes bigint not null,
    modified bigint not null,
    primary key ("user", app, path)
  );
  create table file_pieces (
    content text not null,
    number bigint not null,
    data bytea not null,
    primary key (content, number)
  );
  create table file_sums (
    "user" text not null,
    app text not null,
    bytes bigint not null,
    primary key ("user", app)
  );
`;
