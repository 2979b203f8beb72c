/** `npm run --silent sbom`: prints the components of a release as CycloneDX; fails if a shipped one is missing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COMMAND } from './build/cli-package.ts';
import { type Bill, type Lock, type Project, shippedBill } from './build/software-bill.ts';
import { ROOT, runCommand } from './run-command.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));
const { status, output, stdout } = await runCommand('npm', ['sbom', '--sbom-format', 'cyclonedx']);
if (status === 0) {
  const all = JSON.parse(stdout) as Bill;
  const bill = shippedBill(all, read('package.json') as Project, read('package-lock.json') as Lock, COMMAND);
  process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
} else {
  console.error(output);
  process.exitCode = status;
}
