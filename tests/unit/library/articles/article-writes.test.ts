import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/run-command.ts';

/** A request to Dexie that changes rows of articles. */
const WRITE =
  /\barticles\s*\.\s*(?:put|bulkPut|add|bulkAdd|update|bulkUpdate|upsert|delete|bulkDelete|clear)\(|\barticles\b[^;{}]*\.modify\(/;

const WRITER = 'utils/library/articles/article-writes.ts';

/** These are a set and a list of the same name, not the table. */
const NOT_TABLES = ['utils/library/people/people.ts'];

it('only one file writes rows of articles, so that lists, counts and the search index cannot disagree', () => {
  const writers = ['utils', 'entrypoints', 'cli'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
      .filter((file) => WRITE.test(readFileSync(path.join(ROOT, file), 'utf8'))),
  );
  expect(writers.filter((file) => !NOT_TABLES.includes(file))).toEqual([WRITER]);
});
