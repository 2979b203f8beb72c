import { createArticleRow } from '../../../utils/library/articles/article-rows.ts';
import { ARTICLE_TABLES, SHARED_TABLES } from '../../../utils/library/backup/backup-tables.ts';
import { SCHEMA_VERSION } from '../../../utils/library/schema/library-name.ts';
import {
  MANIFEST_NAME,
  makeManifest,
  SETTINGS_NAME,
  tableEntryName,
  toJsonLines,
} from '../../../utils/transfer/backup-format.ts';
import { type FilePart, type WrittenEntry, ZipWriter } from '../../../utils/transfer/zip/zip-writer.ts';
import { makeQuote, makeSave } from '../library/make-article.ts';

/** Lines by the names of the backup's files: `articles`, `contents`, `quotes`, `lists` … */
export type BackupLines = Readonly<Record<string, readonly object[]>>;

/** A backup as somebody might write it who means harm: whatever is in its lines, its counts and checksums hold. */
export async function makeBackup(lines: BackupLines): Promise<Blob> {
  const parts: FilePart[] = [];
  const zip = new ZipWriter((part) => void parts.push(part));
  const files: WrittenEntry[] = [];
  const counts: Record<string, number> = {};
  const put = async (file: string, group: number | null): Promise<void> => {
    const rows = lines[file] ?? [];
    counts[file] = rows.length;
    files.push(await zip.add(tableEntryName(file, group), toJsonLines(rows)));
  };
  for (const { name } of SHARED_TABLES) await put(name, null);
  files.push(await zip.add(SETTINGS_NAME, 'null'));
  for (const { name, file = name } of ARTICLE_TABLES) await put(file, 1);
  const manifest = makeManifest({ schema: SCHEMA_VERSION, createdAt: '', counts, groups: 1, files });
  await zip.add(MANIFEST_NAME, JSON.stringify(manifest));
  await zip.finish();
  return new Blob(parts);
}

const TEXT = 'The quay was closed.\n\n“We stayed all night,” the pilot said.';
const SAVED_AT = Date.UTC(2026, 2, 2);

/** Lines of one article, as a backup of ours has them. */
export function articleLines(id: string, url: string, changes: object = {}): Record<string, object[]> {
  const quote = makeQuote('We stayed all night,', 'Bo Li', TEXT.indexOf('We'));
  const save = makeSave({ url, title: `Story ${id}`, text: TEXT }, { quotes: [quote], tags: ['sea'] });
  const { views: _, ...row } = createArticleRow(save, undefined, SAVED_AT);
  const voices = [{ name: 'Bo Li', role: 'pilot', share: 1 }];
  const article = { ...row, id, quoteCount: 1, voices, speakerKeys: ['bo li'], ...changes };
  const said = { articleId: id, index: 0, speakerKey: 'bo li', saidAt: Date.UTC(2026, 2, 1) };
  return {
    articles: [article],
    contents: [{ articleId: id, html: save.article.html, text: TEXT }],
    quotes: [{ ...quote, ...said }],
  };
}

/** Lines of a picture that is not in the backup. */
export function pictureLine(id: string, articleId: string, url: string, changes: object = {}): object {
  return { id, articleId, url, state: 'waiting', error: null, blob: null, type: '', bytes: 0, ...changes };
}

/** All lines of some, together. */
export function joinLines(...all: Record<string, object[]>[]): Record<string, object[]> {
  const joined: Record<string, object[]> = {};
  for (const lines of all)
    for (const [file, rows] of Object.entries(lines)) joined[file] = [...(joined[file] ?? []), ...rows];
  return joined;
}
