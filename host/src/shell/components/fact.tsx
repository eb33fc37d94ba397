interface FactProps {
  readonly name: string;
  readonly value: string;
  /** Under the value, smaller. */
  readonly detail?: string;
  readonly title?: string;
  /** The value is code. */
  readonly code?: boolean;
  /** The name is code. */
  readonly mono?: boolean;
}

/** One line of a list of facts. */
export function Fact({ name, value, detail, title, code = false, mono = false }: FactProps) {
  return (
    <div>
      <dt className={mono ? 'code' : undefined}>{name}</dt>
      <dd className={code ? 'code' : undefined} title={title}>
        {value}
        {detail !== undefined && <small>{detail}</small>}
      </dd>
    </div>
  );
}
