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

const LINK_BACK = /\[⤴️?\]\([^()]{0,2000}\)/gu;

/** What a line of a highlight, or of a note, is without its marks. */
const QUOTED = /^\s*>\s?/;

/**
 * Omnivore's Markdown: each highlight a block quote, of several paragraphs where the passage has them, with the note
 * below it. Without a blank line that note goes on in the line after the quote. What stands before the first highlight
 * is a note on the article.
 */
function readHighlights(markdown: string | null): ImportedHighlight[] {
  const highlights: ImportedHighlight[] = [];
  let quote: string[] = [];
  let note: string[] = [];
  const close = (): void => {
    const text = plain(quote.join(' ').replace(LINK_BACK, ''));
    const words = plain(note.join(' '));
    if (text !== '' || words !== '') highlights.push({ text, note: words, createdAt: null, colour: null });
    quote = [];
    note = [];
  };
  let inQuote = false;
  for (const line of (markdown ?? '').split(/\r\n?|\n/)) {
    const isQuote = QUOTED.test(line);
    if (isQuote) {
      if (!inQuote) close();
      quote.push(line.replace(QUOTED, ''));
    } else if (line.trim() !== '' && !/^\s*(?:#{1,6}\s|(?:\* ?){3}$|-{3,}$)/.test(line))
      note.push(line.trim());
    inQuote = isQuote;
  }
  close();
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
