import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { previewImport } from '../../../../utils/library/imports/preview-import.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { LONG } from '../../../long.ts';
import { writeZip } from '../../transfer/write-zip.ts';
import { freshLibrary } from '../fresh-library.ts';
import { digestPlainly, importFile } from '../import-file.ts';

/** A few of each, so that articles, tags, lists and highlights occur in the file and in the library, or twice in one. */
const number = fc.nat(5);
const TITLES = ['Ice holds the strait', 'Herring returns', 'The quay is closed', 'A lighthouse is sold'];
const title = fc.constantFrom(...TITLES);

const entry = fc.record({
  is_archived: fc.constantFrom(0, 1),
  url: fc.oneof(
    number.map((i) => `https://paper.example/${i}`),
    number.map((i) => `https://www.paper.example/${i}?utm_source=letter#end`),
    fc.constant('javascript:alert(1)'),
  ),
  title,
  content: fc.oneof(
    fc.constant(''),
    number.map((i) => `<p>The tide came in at ${i}.</p><p>The pilot stayed all night.</p>`),
  ),
  created_at: fc.constantFrom('2024-02-01T10:00:00Z', '2023-02-01T10:00:00Z'),
  tags: fc.array(fc.constantFrom('sea', 'Sea', 'long  read', '!'), { maxLength: 2 }),
  lists: fc.array(fc.array(fc.constantFrom('Work', 'Sea', 'Ports'), { minLength: 1, maxLength: 2 }), {
    maxLength: 2,
  }),
  annotations: fc.array(
    fc.record({ quote: fc.constantFrom('the pilot', 'the tide'), text: fc.constantFrom('', 'why?') }),
    { maxLength: 2 },
  ),
});

interface ExportParts {
  entries: readonly object[];
  /** Highlights that have titles instead of addresses. */
  highlights: readonly { title: string; text: string; tag: string }[];
}

const exportParts: fc.Arbitrary<ExportParts> = fc.record({
  entries: fc.array(entry, { minLength: 1, maxLength: 50 }),
  highlights: fc.array(
    fc.record({
      title: fc.oneof(title, fc.constant('A title of no article')),
      text: fc.constantFrom('the pilot', 'all night'),
      tag: fc.constantFrom('', 'birds'),
    }),
    { maxLength: 4 },
  ),
});

function makeFile({ entries, highlights }: ExportParts): Promise<Blob> {
  const rows = highlights.map(({ title, text, tag }) => `${text},${title},Ina Holm,,${tag}\n`);
  // wallabag's files are lists of entries with these names.
  return writeZip([
    ['wallabag.json', JSON.stringify(entries)],
    ['highlights.csv', `Highlight,Book Title,Book Author,Note,Tags\n${rows.join('')}`],
  ]);
}

const isLive = ({ deletedAt }: { deletedAt: number | null }): boolean => deletedAt === null;

async function measure(db: LibraryDb) {
  const articles = await db.articles.filter(isLive).toArray();
  return {
    ids: new Set(articles.map(({ id }) => id)),
    articles,
    lists: await db.lists.count(),
    tags: await db.tags.count(),
    highlights: await db.highlights.count(),
  };
}

it('announces what the import then does, whatever is in the file and in the library', async () => {
  await fc.assert(
    fc.asyncProperty(exportParts, exportParts, fc.array(number), async (earlier, next, deleted) => {
      const db = freshLibrary();
      await importFile(db, await makeFile(earlier), { processText: digestPlainly });
      const stored = await db.articles.toArray();
      await deleteArticles(
        deleted.flatMap((i) => stored[i]?.id ?? []),
        db,
      );
      const before = await measure(db);
      const file = await makeFile(next);
      const preview = await previewImport(file, () => undefined, db);
      expect(await measure(db)).toEqual(before);
      const job = await importFile(db, file, { processText: digestPlainly });
      const after = await measure(db);
      const added = after.articles.filter(({ id }) => !before.ids.has(id));
      expect(preview).toMatchObject({
        total: job.position,
        fresh: job.added,
        existing: job.merged,
        duplicates: job.duplicates ?? 0,
        failed: job.failed,
        highlights: job.highlights,
        withText: added.filter(({ hasText }) => hasText).length,
        lists: after.lists - before.lists,
        tags: after.tags - before.tags,
      });
      expect(added).toHaveLength(preview.fresh);
      expect(after.highlights - before.highlights).toBe(preview.highlights);
      expect(preview.failures).toMatchObject(
        (await db.importFailures.where('importId').equals(job.id).toArray()).map(({ at, why }) => ({
          at,
          why,
        })),
      );
    }),
    { numRuns: LONG ? 200 : 30 },
  );
});
