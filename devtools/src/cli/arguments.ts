/** The command line does not fit the command. The message says what does. */
export class UsageError extends Error {}

/** Positional arguments and `--options` of one call. What a command does not ask for is refused by `done`. */
export class Arguments {
  readonly #rest: string[];

  constructor(args: readonly string[]) {
    this.#rest = [...args];
  }

  /** True when `--name` was given. */
  flag(name: string): boolean {
    const at = this.#rest.indexOf(`--${name}`);
    if (at < 0) return false;
    this.#rest.splice(at, 1);
    return true;
  }

  /** The value after `--name`, undefined when absent. */
  option(name: string): string | undefined {
    const at = this.#rest.indexOf(`--${name}`);
    if (at < 0) return undefined;
    const [, value] = this.#rest.splice(at, 2);
    if (value === undefined || value.startsWith('--')) throw new UsageError(`--${name} needs a value.`);
    return value;
  }

  /** The values after every `--name`, in order. */
  options(name: string): string[] {
    const values: string[] = [];
    for (let value = this.option(name); value !== undefined; value = this.option(name)) values.push(value);
    return values;
  }

  /** The next positional argument; `what` names it in the error. Call after flags and options. */
  positional(what: string): string {
    const at = this.#rest.findIndex((arg) => !arg.startsWith('--'));
    const [value] = at < 0 ? [] : this.#rest.splice(at, 1);
    if (value === undefined) throw new UsageError(`${what} is missing.`);
    return value;
  }

  /** Refuses whatever nobody asked for. */
  done(): void {
    if (this.#rest.length > 0) throw new UsageError(`Not understood: ${this.#rest.join(' ')}.`);
  }
}
