import * as v from 'valibot';

const line = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** A page of the program, with a picture where the program gave one. */
export const cardSchema = v.object({
  kind: v.literal('card'),
  title: line(200),
  path: line(1_024),
  imageUrl: line(2_048),
});

/** What a person can write. */
export const writtenSchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.pipe(v.string(), v.minLength(1), v.maxLength(2_048)) }),
  cardSchema,
]);

/** What stands in a conversation. */
export const chatBodySchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string() }),
  cardSchema,
  v.object({ kind: v.literal('link'), title: line(200), description: line(512), url: line(2_048) }),
]);
export type ChatBody = v.InferOutput<typeof chatBodySchema>;

export interface ChatMessage {
  readonly number: number;
  readonly sender: 'person' | 'program';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly body: ChatBody;
}
