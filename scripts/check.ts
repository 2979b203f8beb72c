/** `npm run check`: all checks of the code that do not need a browser. */
import { BUILDS, CHECKS, runChecks, SLOW_CHECKS } from './check/checks.ts';

const { failed } = await runChecks([...BUILDS.chromium, ...BUILDS.firefox, ...CHECKS, ...SLOW_CHECKS]);
process.exitCode = failed === 0 ? 0 : 1;
