/** `npm run build:cli`: builds the engines for Node, as a folder and as a package in `.output`; see docs/cli.md. */
import path from 'node:path';
import { buildCliPackage } from './build/cli-package.ts';
import { ROOT, runCommand } from './run-command.ts';

const OUT = path.join(ROOT, '.output');
const place = path.join(OUT, 'offprint-quotes');

await buildCliPackage(ROOT, place);
const { status, output, stdout } = await runCommand('npm', [
  'pack',
  '--silent',
  '--pack-destination',
  OUT,
  place,
]);
if (status === 0) console.log(path.join('.output', stdout.trim()));
else console.error(output);
process.exitCode = status;
