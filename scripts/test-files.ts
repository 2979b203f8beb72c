/** Where the tests lie, and which of them no run told of. */
import { globSync } from 'node:fs';
import { ROOT } from './run-command.ts';

const UNIT = 'tests/unit/**/*.test.{ts,tsx}';
const BROWSERS = 'tests/e2e/**/*.test.ts';

/** What Vitest told of a file. */
interface Ran {
  project: string;
  file: string;
}

/**
 * Files of tests that should have run and did not: a slip in `vitest.config.ts` would leave them out, and nothing fail.
 * Those of the unit tests run in one of the projects whose name begins so, the others in each browser.
 *
 * @param projects that were run, by name
 * @param ran files that there are results of
 * @param list gives the files that a pattern matches, from the project's root
 * @returns project and file
 */
export function findLeftOut(
  projects: readonly string[],
  ran: readonly Ran[],
  list: (pattern: string) => string[] = (pattern) => globSync(pattern, { cwd: ROOT }),
): Ran[] {
  const units = projects.filter((name) => name.startsWith('unit'));
  const groups = projects.filter((name) => !units.includes(name)).map((name) => [name]);
  if (units.length > 0) groups.push(units);
  return groups.flatMap((group) => {
    const told = new Set(ran.filter(({ project }) => group.includes(project)).map(({ file }) => file));
    const files = list(group === units ? UNIT : BROWSERS).map((file) => file.replaceAll('\\', '/'));
    return files.filter((file) => !told.has(file)).map((file) => ({ project: group[0] ?? '', file }));
  });
}
