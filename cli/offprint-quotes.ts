import { version } from '../package.json' with { type: 'json' };
import { openLanguageFiles } from './language-files.ts';
import { run } from './run.ts';

// `run` handles write errors. Without a listener, they would also terminate the process with a stack trace.
process.stdout.on('error', () => undefined);
// Set the exit code instead of calling `process.exit`, so that pending output to a pipe is written.
process.exitCode = await run(
  process.argv.slice(2),
  version,
  openLanguageFiles(new URL('./', import.meta.url)),
);
