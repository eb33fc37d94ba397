import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { extensionOf } from '../project/paths.ts';
import { compileLess } from './compile-less.ts';
import { compileSass } from './compile-sass.ts';
import { lengthLimit, StyleError, type StyleFile, type StyleMessage, type StyleReader } from './preprocessor.ts';
import { type FromPreprocessor, type StyleQuestion, type ToPreprocessor, threadTime } from './preprocessor-messages.ts';

/** Entry of the worker_thread in which Less and Sass run; see `createPreprocessor`, which ends it from outside. */
if (parentPort === null) throw new Error('preprocess-worker.ts is started by createPreprocessor, not by itself');
const port = parentPort;
const post = (message: FromPreprocessor): void => port.postMessage(message);

/** A loop can say without end what nobody reads. */
const warningLimit = 50;
const messageLimit = 2000;

function shortened(said: StyleMessage): StyleMessage {
  const { message } = said;
  return message.length <= messageLimit ? said : { ...said, message: `${message.slice(0, messageLimit)} …` };
}

/** Less and Sass want their files at once, and the files are on the other side: the worker sleeps until they are here. */
function createBlockingReader(bell: Int32Array<SharedArrayBuffer>, from: MessagePort): StyleReader {
  let warnings = 0;
  const ask = (question: StyleQuestion): string | undefined => {
    Atomics.store(bell, 0, 0);
    post({ kind: 'ask', question, askedAt: threadTime() });
    Atomics.wait(bell, 0, 0);
    const answer: ToPreprocessor | undefined = receiveMessageOnPort(from)?.message;
    return answer?.kind === 'answer' ? answer.text : undefined;
  };
  return {
    find: (file, url) => ask({ kind: 'find', from: file, url }),
    read: (path) => ask({ kind: 'read', path }) ?? '',
    warn(warning) {
      warnings += 1;
      if (warnings <= warningLimit) post({ kind: 'warn', warning: shortened(warning) });
    },
  };
}

async function compile(file: StyleFile, reader: StyleReader): Promise<FromPreprocessor> {
  try {
    const isLess = extensionOf(file.path) === '.less';
    await (isLess ? import('less') : import('sass'));
    post({ kind: 'started' });
    const result = await (isLess ? compileLess : compileSass)(file, reader);
    if (result.css.length <= lengthLimit) return { kind: 'done', result };
    const message = `the style sheet becomes ${result.css.length} characters; at most ${lengthLimit} are taken. Split it`;
    return { kind: 'refused', at: { message, path: file.path, line: 1, column: 1 } };
  } catch (error) {
    if (error instanceof StyleError) return { kind: 'refused', at: shortened(error.at) };
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof RangeError)) return { kind: 'failed', message };
    const tooMuch = `the style sheet goes too deep or becomes too large (${message})`;
    return { kind: 'refused', at: { message: tooMuch, path: file.path, line: 1, column: 1 } };
  }
}

port.on('message', async (message: ToPreprocessor) => {
  if (message.kind === 'compile') post(await compile(message.file, createBlockingReader(message.bell, port)));
});
