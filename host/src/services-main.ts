import { report, stopOnSignal } from './stop-on-signal.ts';
import { openServicesHost, parseCommandLine } from './web/index.ts';

const usage = `Runs the services alone: accounts, identity, money, storage and what servers of programs call.

  npm run services -- [options]

  --port N      listen on this port of 127.0.0.1 (default: a free one)
  --json        print one line of JSON with address, token, data folder and store
  --data DIR    where data and the key file are kept (default: .terrarium in the current folder)
  --help        this text

  DATABASE_URL     keeps the data in this PostgreSQL; the key file stays in the data folder
  TERRARIUM_TOKEN  the token of /api (default: a new one)

Log lines go to standard error: JSON, one a request, nothing about persons.
`;

/** Starts the services from the command line and stays until it is told to stop. */
async function main(): Promise<void> {
  const line = parseCommandLine(process.argv.slice(2), process.cwd());
  if (line.help) {
    process.stdout.write(usage);
    return;
  }
  if (line.folders.length > 0) throw new Error('npm run services takes no folder; npm start runs mini-programs');
  const { DATABASE_URL: databaseUrl, TERRARIUM_TOKEN: token } = process.env;
  const { dataFolder, port } = line;
  const host = await openServicesHost({
    ...{ dataFolder, port, databaseUrl, token: token === '' ? undefined : token },
    writeLog: (text) => process.stderr.write(text),
  });
  stopOnSignal(host.dispose);
  const { address, store } = host;
  if (line.json) {
    process.stdout.write(`${JSON.stringify({ address, token: host.token, data: dataFolder, store })}\n`);
  } else {
    process.stdout.write(`The services are running at ${address}\n`);
    process.stdout.write(
      `data    ${dataFolder}\nstore   ${store}\ntoken   ${token ? 'TERRARIUM_TOKEN' : host.token}\n`,
    );
  }
}

main().catch((error: unknown) => {
  report(error);
  process.exitCode = 1;
});
