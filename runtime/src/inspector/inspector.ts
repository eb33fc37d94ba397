import * as v from 'valibot';
import type { Problem } from '../protocol/errors.ts';
import { problemOf } from '../protocol/errors.ts';
import { type Json, jsonSchema } from '../protocol/json.ts';
import type { InspectMethod, PlayerReport } from '../protocol/messages.ts';
import type { PageTree } from '../view/index.ts';
import { describeNode } from './describe-node.ts';
import { InspectorError } from './inspector-error.ts';

/** What an inspector needs of a running program. */
export interface Inspectable {
  /** Whether code may be evaluated in it. */
  readonly development: boolean;
  pages(): readonly {
    readonly page: number;
    readonly route: string;
    readonly query: Readonly<Record<string, string>>;
    readonly ready: boolean;
    readonly nodes: number;
    readonly firstRenderMs: number | undefined;
  }[];
  tree(page?: number): PageTree;
  inspect(method: InspectMethod, params: Json): Promise<Json>;
  /** A keyboard of this height comes with every field that is written in; with 0 none does. */
  simulateKeyboard(height: number): void;
  readonly problems: readonly Problem[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  onReport(listener: (report: PlayerReport) => void): () => void;
}

/** The other end of a debugger's line. */
export interface Inspector {
  /** Answers one command. @throws InspectorError with a JSON-RPC code: −32601 unknown, −32602 bad parameters, −32000 failed. */
  handle(method: string, params: Json): Promise<Json>;
  /** `Runtime.consoleAPICalled`, `Terrarium.problem`. Returns its undo. */
  onEvent(listener: (method: string, params: Json) => void): () => void;
}

type Command = (params: Json) => Json | Promise<Json>;

const page = v.optional(v.number());

export function createInspector(program: Inspectable): Inspector {
  const at = (id: number | undefined): number => {
    const found = id ?? program.pages().at(-1)?.page;
    if (found === undefined) throw new InspectorError(-32000, 'No page is open.');
    return found;
  };
  const commands = new Map<string, Command>([
    ['Terrarium.getPages', () => plain(program.pages())],
    [
      'Terrarium.getData',
      command(v.object({ page }), (params) => program.inspect('page-data', { page: at(params.page) })),
    ],
    [
      'Terrarium.setData',
      command(v.object({ page, data: v.record(v.string(), jsonSchema) }), (params) =>
        program.inspect('set-page-data', { page: at(params.page), data: params.data }),
      ),
    ],
    [
      'Terrarium.callMethod',
      command(v.object({ page, method: v.string(), args: v.optional(v.array(jsonSchema)) }), (params) =>
        program.inspect('call-method', { page: at(params.page), method: params.method, args: params.args ?? [] }),
      ),
    ],
    [
      'Terrarium.setKeyboard',
      command(v.object({ height: v.pipe(v.number(), v.minValue(0), v.maxValue(2_000)) }), ({ height }) => {
        program.simulateKeyboard(height);
        return {};
      }),
    ],
    ['Terrarium.getTree', command(v.object({ page }), (params) => plain(program.tree(params.page).snapshot()))],
    [
      'Terrarium.find',
      command(v.object({ page, selector: v.string() }), (params) => {
        const tree = program.tree(params.page);
        return tree.find(params.selector).map((node) => describeNode(tree, node));
      }),
    ],
    ['Terrarium.getProblems', () => plain({ problems: program.problems, warnings: program.warnings })],
    [
      'Runtime.evaluate',
      command(v.object({ expression: v.string() }), async ({ expression }) => {
        if (!program.development) throw new InspectorError(-32000, 'Only development packages can be evaluated in.');
        return { result: { value: await program.inspect('evaluate', { source: expression }) } };
      }),
    ],
  ]);
  return {
    async handle(method, params) {
      const run = commands.get(method);
      if (!run) throw new InspectorError(-32601, `'${method}' wasn't found`);
      try {
        return await run(params);
      } catch (error) {
        throw error instanceof InspectorError ? error : new InspectorError(-32000, problemOf(error).message);
      }
    },
    onEvent: (listener) =>
      program.onReport((report) => {
        if (report.kind === 'log') {
          const { level, text, position } = report;
          const args = [{ type: 'string', value: text }];
          listener('Runtime.consoleAPICalled', {
            type: level === 'warn' ? 'warning' : level,
            args,
            ...(position && { position }),
          });
        }
        if (report.kind === 'problem') listener('Terrarium.problem', plain(report.problem));
      }),
  };
}

function command<Schema extends v.GenericSchema>(
  schema: Schema,
  run: (params: v.InferOutput<Schema>) => Json | Promise<Json>,
): Command {
  return (params) => {
    const parsed = v.safeParse(schema, params ?? {});
    if (parsed.success) return run(parsed.output);
    const [issue] = parsed.issues;
    throw new InspectorError(-32602, `${v.getDotPath(issue) ?? 'params'}: ${issue.message}`);
  };
}

/** What JSON keeps of a value that is data already: absent members go. */
function plain(value: object): Json {
  const parsed: Json = JSON.parse(JSON.stringify(value));
  return parsed;
}
