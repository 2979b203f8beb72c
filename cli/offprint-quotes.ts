import { version } from '../package.json' with { type: 'json' };
import { languageFilesIn } from './language-files.ts';
import { run } from './run.ts';

// A failure is told to who writes; without a listener it would end the process with a stack besides.
process.stdout.on('error', () => undefined);
// Set and not called: what is written to a pipe is written to its end.
process.exitCode = await run(process.argv.slice(2), version, languageFilesIn(new URL('./', import.meta.url)));
