import { resolve } from 'node:path';
import { createCompiler, writePackage } from '@terrarium/runtime/compiler';
import type { Command } from './command.ts';
import { formatProblem } from './print-problem.ts';

/** `terrarium build`: a project folder becomes a package folder. */
export const build: Command = {
  usage: 'build <folder> --out <dir>',
  summary:
    'Compiles a mini-program project into a package. The directory is replaced in one step, and only when the build is whole.',
  async run(args) {
    const out = args.option('out');
    const folder = args.positional('The project folder');
    args.done();
    const target = resolve(out ?? `${folder}/.terrarium/package`);
    const compiler = createCompiler(resolve(folder));
    try {
      const built = await compiler.build();
      for (const warning of built.warnings) console.error(`warning: ${formatProblem(warning)}`);
      for (const problem of built.problems) console.error(formatProblem(problem));
      if (!built.ok) {
        console.error(`\n${built.problems.length} problems; nothing written.`);
        return 1;
      }
      await writePackage(built, target);
      const bytes = [...built.files.values()].reduce((sum, file) => sum + file.length, 0);
      console.log(`${target}: ${built.files.size} files, ${(bytes / 1024).toFixed(1)} KB, digest ${built.digest}`);
      return 0;
    } finally {
      compiler.dispose();
    }
  },
};
