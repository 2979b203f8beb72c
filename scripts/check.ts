/** `npm run check`: everything that can be said of the code without running it in a browser. */
import { BUILDS, CHECKS, runChecks } from './check/checks.ts';

const { failed } = await runChecks([...BUILDS, ...CHECKS]);
process.exitCode = failed === 0 ? 0 : 1;
