import { ARTICLE_TABLES, SHELF_TABLES } from '../../../utils/library/backup/backup-tables.ts';
import { SCHEMA_VERSION } from '../../../utils/library/schema/library-name.ts';
import {
  entryName,
  MANIFEST,
  makeManifest,
  SETTINGS,
  writeRows,
} from '../../../utils/transfer/backup-format.ts';
import { type FilePart, type WrittenEntry, ZipWriter } from '../../../utils/transfer/zip/zip-writer.ts';

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
    files.push(await zip.add(entryName(file, group), writeRows(rows)));
  };
  for (const { name } of SHELF_TABLES) await put(name, null);
  files.push(await zip.add(SETTINGS, 'null'));
  for (const { name, file = name } of ARTICLE_TABLES) await put(file, 1);
  const manifest = makeManifest({ schema: SCHEMA_VERSION, createdAt: '', counts, groups: 1, files });
  await zip.add(MANIFEST, JSON.stringify(manifest));
  await zip.finish();
  return new Blob(parts);
}

const TEXT = 'The quay was closed.\n\n“We stayed all night,” the pilot said.';

/** Lines of one article, as a backup of ours has them. */
export function articleLines(id: string, url: string, changes: object = {}): Record<string, object[]> {
  const identity = url.replace(/^https?:\/\//, '');
  const start = TEXT.indexOf('We');
  const words = 'We stayed all night,';
  const article = {
    id,
    identity,
    addresses: [identity],
    url,
    canonicalUrl: url,
    title: `Story ${id}`,
    byline: 'Ina Holm',
    siteName: 'The Paper',
    host: new URL(url).hostname,
    publishedAt: '2026-03-01T08:00:00Z',
    modifiedAt: null,
    lang: 'en',
    dir: 'ltr',
    excerpt: null,
    wordCount: 11,
    isPreview: false,
    savedFrom: 'page',
    savedAt: Date.UTC(2026, 2, 2),
    updatedAt: Date.UTC(2026, 2, 2),
    archivedAt: null,
    deletedAt: null,
    openedAt: null,
    pinnedAt: null,
    finishedAt: null,
    favourite: false,
    tags: ['sea'],
    listIds: [],
    hasText: true,
    publishedTime: Date.UTC(2026, 2, 1, 8),
    progress: 0,
    imagesTotal: 0,
    imagesSaved: 0,
    imagesFailed: 0,
    leadImageId: null,
    quoteCount: 1,
    voices: [{ name: 'Bo Li', role: 'pilot', share: 1 }],
    speakerKeys: ['bo li'],
    highlightCount: 0,
    noteCount: 0,
    textHash: 'x',
    versionCount: 0,
    searchDoc: 1,
    ...changes,
  };
  const quote = {
    articleId: id,
    index: 0,
    text: words,
    start,
    end: start + words.length,
    group: 0,
    speaker: 'the pilot',
    resolvedSpeaker: 'Bo Li',
    role: 'pilot',
    cue: 'said',
    via: null,
    evidence: 'cue',
    confidence: 1,
    key: 0.5,
    speakerKey: 'bo li',
    saidAt: Date.UTC(2026, 2, 1),
  };
  const html = '<p>The quay was closed.</p><p>“We stayed all night,” the pilot said.</p>';
  return { articles: [article], contents: [{ articleId: id, html, text: TEXT }], quotes: [quote] };
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
