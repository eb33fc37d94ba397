/** Text of an author's file under the name that positions use: relative to the project folder, forward slashes. */
export interface SourceText {
  readonly place: string;
  readonly text: string;
}
