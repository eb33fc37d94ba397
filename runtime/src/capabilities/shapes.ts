import * as v from 'valibot';

/**
 * Parameter shapes that take what real programs pass: numbers as strings, strings as numbers, `null` for
 * nothing. The message of each is the type's name as WeChat's parameter errors spell it.
 */

export const text = v.pipe(v.union([v.string(), v.number(), v.boolean()], 'String'), v.transform(String));

export const number = v.union(
  [
    v.pipe(v.number(), v.finite()),
    v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(Number), v.number(), v.finite()),
  ],
  'Number',
);

export const flag = v.pipe(
  v.union([v.boolean(), v.number(), v.string()], 'Boolean'),
  v.transform((value) => value !== 'false' && Boolean(value)),
);

/** A CSS colour. What is none draws nothing, so the text is not checked here. */
export const colour = text;

/** `schema`; a missing value is reported under the schema's own type name, not as a missing key. */
export const required = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(
    // A default, even one that gives nothing, makes `v.object` ask this schema about a missing key.
    v.optional(v.unknown(), () => undefined),
    v.rawTransform<unknown, v.InferOutput<Schema>>(({ dataset, addIssue, NEVER }) => {
      const parsed = v.safeParse(schema, dataset.value, { abortEarly: true });
      if (parsed.success) return parsed.output;
      addIssue({ message: parsed.issues[0].message, input: parsed.issues[0].input });
      return NEVER;
    }),
  );

/** `schema` or nothing; `null` counts as nothing. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(
    v.nullish(schema),
    v.transform((value) => value ?? undefined),
  );

/** `schema`, or `fallback` for nothing. `null` counts as nothing. */
export const orElse = <Schema extends v.GenericSchema, const Fallback extends v.InferInput<Schema>>(
  schema: Schema,
  fallback: Fallback,
) => v.nullish(schema, fallback);

/** One of a few words; any other value counts as `fallback`, as in WeChat. */
export const wordOrElse = <const Words extends readonly string[]>(words: Words, fallback: Words[number]) =>
  v.optional(v.fallback(v.picklist(words), fallback), fallback);

/** Takes and gives nothing. */
export const nothing = v.object({});
