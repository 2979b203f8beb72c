import { TransferError } from '../transfer-error.ts';
import { plain, plainOrNull } from '../web-address.ts';
import type { ZipArchive } from '../zip/zip-reader.ts';
import type { ImportedHighlight, ImportRecord, RecordStream } from './import-types.ts';
import { fieldOf, listOf, readJsonElements, textOf } from './json-elements.ts';
import { makeRecord } from './make-record.ts';
import { readShare, readTime } from './read-fields.ts';

/** Bytes one text may have. */
const TEXT_LIMIT = 32 * 2 ** 20;

/** A text of the archive; null where there is none, or it is damaged: the article is still worth its address. */
async function readEntry(zip: ZipArchive, name: string): Promise<string | null> {
  const entry = zip.find(name);
  if (entry === undefined) return null;
  try {
    return await zip.text(entry, TEXT_LIMIT);
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
  zip: ZipArchive,
  entry: unknown,
  at: string,
  taken: Set<string>,
): Promise<ImportRecord> {
  const stated = textOf(fieldOf(entry, 'slug')) ?? '';
  const slug = taken.has(stated) ? '' : stated;
  taken.add(slug);
  const state = textOf(fieldOf(entry, 'state')) ?? '';
  const html = slug === '' ? null : await readEntry(zip, `content/${slug}.html`);
  const highlights = slug === '' ? null : await readEntry(zip, `highlights/${slug}.md`);
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

/** Omnivore's archive: `metadata_*.json` with the articles, `content/<slug>.html`, `highlights/<slug>.md`. */
export async function* readOmnivore(zip: ZipArchive): RecordStream {
  const taken = new Set<string>();
  for (const entry of zip.entries) {
    if (!/(?:^|\/)metadata_[^/]*\.json$/.test(entry.name)) continue;
    let file: Blob;
    try {
      file = new Blob([await zip.bytes(entry)]);
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
      yield { at: entry.name, why: 'unreadable', url: '', title: '' };
      continue;
    }
    let count = 0;
    for await (const element of readJsonElements(file, null)) {
      count += 1;
      const at = `${entry.name}: ${count}`;
      if (element.ok) yield await toRecord(zip, element.value, at, taken);
      else yield { at, why: 'unreadable', url: '', title: '' };
    }
  }
}
