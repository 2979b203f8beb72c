import { expect, it } from 'vitest';
import { countImages } from '../../../utils/library/articles/article-images.ts';
import { Backup } from '../../../utils/library/backup/backup-read.ts';
import { ARTICLE_TABLES, SHELF_TABLES } from '../../../utils/library/backup/backup-tables.ts';
import { startImport } from '../../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../../utils/library/imports/run-imports.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { SCHEMA_VERSIONS } from '../../../utils/library/schema/schema-versions.ts';
import { rebuildSearchIndex } from '../../../utils/library/search/rebuild-index.ts';
import { search } from '../../../utils/library/search/search.ts';
import type { ArticleRow, ImageRow } from '../../../utils/library/types.ts';
import {
  entryName,
  imageEntryName,
  MANIFEST,
  makeManifest,
  SETTINGS,
  writeRows,
} from '../../../utils/transfer/backup-format.ts';
import { type FilePart, type WrittenEntry, ZipWriter } from '../../../utils/transfer/zip/zip-writer.ts';
import { everything, freshLibrary } from '../library/fresh-library.ts';
import { diskOf, exampleAsRead } from '../library/schema/examples.ts';

interface StoredBlob {
  $blob: string;
  bytes: number[];
}

/** A backup as the release with that schema wrote it: a quote a line, in every version. */
async function backupOf(version: number): Promise<Blob> {
  const tables = exampleAsRead(version).tables as Record<string, Record<string, unknown>[]>;
  const parts: FilePart[] = [];
  const zip = new ZipWriter((part) => void parts.push(part));
  const files: WrittenEntry[] = [];
  const counts: Record<string, number> = {};
  const put = async (file: string, group: number | null, rows: readonly object[]): Promise<void> => {
    counts[file] = rows.length;
    if (rows.length > 0 || group === null) files.push(await zip.add(entryName(file, group), writeRows(rows)));
  };
  for (const { name } of SHELF_TABLES) await put(name, null, tables[name] ?? []);
  files.push(await zip.add(SETTINGS, 'null'));
  for (const { name, file = name, unpack } of ARTICLE_TABLES) {
    const rows = tables[file] ?? unpack?.(tables[name] ?? []) ?? tables[name] ?? [];
    const isStripped = { articles: { views: [] }, images: { blob: null } }[name];
    await put(
      file,
      1,
      rows.map((row) => ({ ...row, ...isStripped })),
    );
  }
  for (const { id, blob } of tables.images ?? []) {
    if (blob === null || blob === undefined) continue;
    const { $blob: type, bytes } = blob as StoredBlob;
    const picture = new Blob([Uint8Array.from(bytes)], { type });
    files.push(await zip.add(imageEntryName(String(id)), picture));
  }
  const manifest = makeManifest({ schema: version, createdAt: '', counts, groups: 1, files });
  await zip.add(MANIFEST, JSON.stringify(manifest));
  await zip.finish();
  return new Blob(parts);
}

async function restore(file: Blob): Promise<{ db: LibraryDb; state: string | undefined }> {
  const db = freshLibrary();
  const options = { fetchTexts: false, takeSettings: false };
  const id = await startImport({ file, fileName: 'a.zip', format: 'backup', total: null, options }, db);
  await runImports({
    digest: async () => null,
    cleanHtml: async () => '',
    takeSettings: async () => undefined,
    db,
  });
  return { db, state: (await db.imports.get(id))?.state };
}

/** What a backup does not hold is not downloaded: nothing is fetched because a file says so. */
function setNotDownloaded(tables: Record<string, unknown[]>): void {
  const images = (tables.images ?? []) as ImageRow[];
  for (const image of images)
    if (image.state === 'waiting') Object.assign(image, { state: 'failed', error: 'not-in-backup' });
  for (const article of (tables.articles ?? []) as ArticleRow[])
    countImages(
      article,
      images.filter(({ articleId }) => articleId === article.id),
    );
}

/** What a backup has of a library. */
async function kept(db: LibraryDb): Promise<Record<string, unknown[]>> {
  const tables = await everything(db);
  setNotDownloaded(tables);
  const names = [...ARTICLE_TABLES, ...SHELF_TABLES].map(({ name }) => name);
  const rows = Object.fromEntries(names.map((name) => [name, tables[name] ?? []]));
  // When a tag was first met is asked of the clock where a step made it.
  rows.tags = (rows.tags ?? []).map((tag) => ({ ...(tag as object), createdAt: 0 }));
  rows.articles = (rows.articles ?? []).map((article) => ({ ...(article as object), views: [] }));
  rows.images = (rows.images ?? []).map((image) => ({
    ...(image as object),
    blob: (image as { blob: Blob | null }).blob?.size ?? null,
  }));
  return rows;
}

/** Version 1 knew no backups. */
const WITH_BACKUPS = SCHEMA_VERSIONS.map(({ version }) => version).filter((version) => version > 1);

it.each(WITH_BACKUPS)(
  'a backup of a library of version %i is restored as that library is opened',
  async (version) => {
    const file = await backupOf(version);
    await (await Backup.open(file)).check();
    const { db, state } = await restore(file);
    expect(state).toBe('done');
    const opened = (await diskOf(version))();
    expect(await kept(db)).toEqual(await kept(opened));
    await rebuildSearchIndex(opened);
    const found = async (library: LibraryDb): Promise<string[]> =>
      (await search('lock arnholt', {}, library)).hits.map(({ article }) => article.id);
    expect(await found(db)).toEqual(await found(opened));
    expect(await found(db)).toHaveLength(1);
  },
);

it('rows of a version that knew no backups are refused, and the library stays as it was', async () => {
  const file = await backupOf(1);
  await expect(Backup.open(file)).rejects.toMatchObject({ code: 'schema' });
  const { db, state } = await restore(file);
  expect(state).toBe('failed');
  expect(await db.articles.count()).toBe(0);
});
