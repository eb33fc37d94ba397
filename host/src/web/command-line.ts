import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface CommandLine {
  readonly folders: readonly string[];
  /** Nothing but those folders: no samples. */
  readonly only: boolean;
  readonly port: number;
  readonly json: boolean;
  readonly open: boolean;
  readonly dataFolder: string;
  readonly help: boolean;
}

export const usage = `Runs mini-programs of the WeChat format in a browser on this machine.

  npm start -- [folder…] [options]

  folder        a folder with a mini-program; watched, and reloaded on save.
                The launcher shows the programs of sample-apps too.
  --only        those folders, and not the programs of sample-apps
  --port N      listen on this port (default: a free one)
  --no-open     do not open a window
  --json        print one line of JSON with address and token, open nothing
  --data DIR    where data is kept (default: .terrarium in the current folder)
  --help        this text
`;

/** Parses the arguments after the script's name. Throws an Error whose message says what to write instead. */
export function parseCommandLine(args: readonly string[], cwd: string): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      data: { type: 'string', default: '.terrarium' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port ${values.port}: must be a number from 0 for a free one to 65535`);
  }
  const folders = positionals.map((folder) => {
    const path = resolve(cwd, folder);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new Error(`${folder}: no such folder; name a folder that holds a mini-program`);
    }
    return path;
  });
  return {
    folders,
    only: values.only,
    port,
    json: values.json,
    open: !values['no-open'] && !values.json,
    dataFolder: resolve(cwd, values.data),
    help: values.help,
  };
}
