import { readArchiveText } from '../archive-files.ts';
import { readArticleFields, readArticleUrl } from '../field-format.ts';
import type { ArchiveFile, ArchiveFormat } from '../format-types.ts';
import type { ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { inlineImages } from '../parsing/inline-pictures.ts';
import { getField, hasField, toStringOrNull } from '../parsing/json-elements.ts';
import { toRow } from '../parsing/rows.ts';
import { READECK_FIELDS } from './field-table.ts';

const BOOKMARK_FILE = /(?:^|\/)bookmarks\/[^/]+\/info\.json$/;

/** Matches an image of an article in its HTML. */
const RESOURCE = /\.\/_resources\/[\w.-]+/g;

type Files = ReadonlyMap<string, ArchiveFile>;

async function readArticle(files: Files, folder: string, bookmark: unknown): Promise<string | null> {
  const name = toStringOrNull(getField(getField(getField(bookmark, 'Files'), 'article'), 'name'));
  if (name === null) return null;
  const html = await readArchiveText(files.get(`${folder}container/${name}`));
  if (html === null) return null;
  return inlineImages(html, RESOURCE, (resource) => files.get(`${folder}container/${resource.slice(2)}`));
}

async function toRecord(files: Files, name: string, bookmark: unknown): Promise<ImportRecord> {
  const row = toRow(bookmark);
  const html = await readArticle(files, name.slice(0, name.lastIndexOf('/') + 1), bookmark);
  return makeRecord(name, readArticleUrl(row, READECK_FIELDS), {
    ...readArticleFields(row, READECK_FIELDS),
    html,
  });
}

async function* readReadeck(archiveFiles: readonly ArchiveFile[]): RecordStream {
  const files: Files = new Map(archiveFiles.map((file) => [file.name, file]));
  for (const file of archiveFiles) {
    if (!BOOKMARK_FILE.test(file.name)) continue;
    const text = await readArchiveText(file);
    let bookmark: unknown;
    try {
      bookmark = JSON.parse(text ?? '');
    } catch {
      // Reported as unreadable.
      yield { at: file.name, why: 'unreadable', url: '', title: '' };
      continue;
    }
    yield await toRecord(files, file.name, bookmark);
  }
}

/**
 * Readeck's archive: `data.json`, and for each bookmark `bookmarks/<id>/info.json` with its metadata and
 * `bookmarks/<id>/container/` with its text and images.
 */
export const READECK_ZIP: ArchiveFormat<'readeck'> = {
  name: 'readeck',
  matchesArchive: async (files) => {
    const head = await files.find(({ name }) => BOOKMARK_FILE.test(name))?.head();
    return head?.kind === 'json' && hasField(head.value, 'URL') && hasField(head.value, 'UID');
  },
  selectFiles: (files) => files.filter(({ name }) => /(?:^|\/)(?:data\.json$|bookmarks\/)/.test(name)),
  readArchive: readReadeck,
};
