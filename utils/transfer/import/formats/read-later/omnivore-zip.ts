import { TransferError } from '../../../transfer-error.ts';
import { plain, plainOrNull } from '../../../web-address.ts';
import type { ArchiveFile, ArchiveFormat } from '../../format-types.ts';
import type { ImportedHighlight, ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { readShare, readTime } from '../../parsing/read-fields.ts';

/** Bytes one text may have. */
const TEXT_LIMIT = 32 * 2 ** 20;

const METADATA = /(?:^|\/)metadata_[^/]*\.json$/;

type Files = ReadonlyMap<string, ArchiveFile>;

/** A text of the archive; null where there is none, or it is damaged: the article is still worth its address. */
async function readEntry(files: Files, name: string): Promise<string | null> {
  try {
    const blob = await files.get(name)?.open();
    return blob === undefined || blob.size > TEXT_LIMIT ? null : await blob.text();
  } catch (error) {
    if (error instanceof TransferError) return null;
    throw error;
  }
}

/** Omnivore's Markdown of highlights: each a block quote, with the note below it. */
function readHighlights(markdown: string | null): ImportedHighlight[] {
  const highlights: ImportedHighlight[] = [];
  let last: ImportedHighlight | null = null;
  const notes = new Map<ImportedHighlight, string[]>();
  for (const block of (markdown ?? '').split(/\n\s*\n/)) {
    const lines = block.split('\n').map((line) => line.trim());
    const quoted = lines.filter((line) => line.startsWith('>')).map((line) => line.replace(/^>\s?/, ''));
    const rest = lines.filter((line) => line !== '' && !/^(?:>|#)/.test(line)).join(' ');
    if (quoted.length > 0) {
      // A link back to the passage may follow the words.
      const text = plain(quoted.join(' ').replace(/\[⤴️?\]\([^()]{0,2000}\)/gu, ''));
      last = text === '' ? null : { text, note: '', createdAt: null, colour: null };
      if (last === null) continue;
      highlights.push(last);
      notes.set(last, []);
    }
    if (last !== null && rest !== '' && !/^(?:\* \* \*|-{3,})$/.test(rest)) notes.get(last)?.push(rest);
  }
  for (const [highlight, parts] of notes) highlight.note = plain(parts.join(' '));
  return highlights;
}

/**
 * @param taken slugs whose texts were read, this one's afterwards: a text is of one article, and a small file whose
 *   articles all share a large one would be read forever
 */
async function toRecord(
  files: Files,
  folder: string,
  entry: unknown,
  at: string,
  taken: Set<string>,
): Promise<ImportRecord> {
  const stated = textOf(fieldOf(entry, 'slug')) ?? '';
  const slug = taken.has(stated) ? '' : stated;
  taken.add(slug);
  const state = textOf(fieldOf(entry, 'state')) ?? '';
  const html = slug === '' ? null : await readEntry(files, `${folder}content/${slug}.html`);
  const highlights = slug === '' ? null : await readEntry(files, `${folder}highlights/${slug}.md`);
  return makeRecord(at, textOf(fieldOf(entry, 'url')), {
    title: textOf(fieldOf(entry, 'title')) ?? '',
    byline: plainOrNull(fieldOf(entry, 'author')),
    publishedAt: plainOrNull(fieldOf(entry, 'publishedAt')),
    excerpt: plainOrNull(fieldOf(entry, 'description')),
    imageUrl: textOf(fieldOf(entry, 'thumbnail')),
    savedAt: readTime(fieldOf(entry, 'savedAt')),
    archived: /archived/i.test(state),
    // Per cent in every export seen; 1 could be either, and is not worth the doubt.
    progress: readShare(`${Number(fieldOf(entry, 'readingProgress')) || 0}%`),
    tags: listOf(fieldOf(entry, 'labels')).flatMap(
      (label) => textOf(label) ?? textOf(fieldOf(label, 'name')) ?? [],
    ),
    html: html !== null && html.trim() !== '' ? html : null,
    highlights: readHighlights(highlights),
  });
}

async function* readOmnivore(all: readonly ArchiveFile[]): RecordStream {
  const files: Files = new Map(all.map((file) => [file.name, file]));
  const taken = new Set<string>();
  for (const { name, open } of all) {
    if (!METADATA.test(name)) continue;
    // Unpacked and packed again, everything is in a folder.
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    let file: Blob;
    try {
      file = await open();
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
      yield { at: name, why: 'unreadable', url: '', title: '' };
      continue;
    }
    let count = 0;
    for await (const element of readJsonElements(file, null)) {
      count += 1;
      const at = `${name}: ${count}`;
      if (element.ok) yield await toRecord(files, folder, element.value, at, taken);
      else yield { at, why: 'unreadable', url: '', title: '' };
    }
  }
}

/** Omnivore's archive: `metadata_*.json` with the articles, `content/<slug>.html`, `highlights/<slug>.md`. */
export const OMNIVORE_ZIP: ArchiveFormat<'omnivore'> = {
  name: 'omnivore',
  fitsArchive: async (files) => {
    const head = await files.find(({ name }) => METADATA.test(name))?.head();
    return (
      head?.kind === 'json' && (hasKey(listOf(head.value)[0], 'slug') || listOf(head.value).length === 0)
    );
  },
  readArchive: readOmnivore,
};
