import { toPlainText } from '../../web-address.ts';
import { openOrNull, readArchiveText } from '../archive-files.ts';
import { readArticleFields, readArticleUrl } from '../field-format.ts';
import type { ArchiveFile, ArchiveFormat } from '../format-types.ts';
import type { ImportedHighlight, ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { getField, hasField, readJsonElements, toArray, toStringOrNull } from '../parsing/json-elements.ts';
import { toRow } from '../parsing/rows.ts';
import { OMNIVORE_FIELDS } from './json-formats.ts';

const METADATA_FILE = /(?:^|\/)metadata_[^/]*\.json$/;

type Files = ReadonlyMap<string, ArchiveFile>;

const LINK_BACK = /\[⤴️?\]\([^()]{0,2000}\)/gu;

/** A paragraph of a highlights file. */
interface Block {
  isQuote: boolean;
  text: string;
  /** The number of blank lines after it. */
  blankLines: number;
}

function splitBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const last = blocks.at(-1);
    if (line.trim() === '') {
      open = null;
      if (last !== undefined) last.blankLines += 1;
    } else if (open === null) {
      open = { isQuote: /^\s*>/.test(line), text: line.replace(/^\s*>\s?/, ''), blankLines: 0 };
      blocks.push(open);
    } else open.text += `\n${open.isQuote ? line.replace(/^\s*>\s?/, '') : line}`;
  }
  return blocks;
}

/** Number of blank lines after a note on the whole article, which itself ends with two line breaks. */
const BLANK_LINES_AFTER_ARTICLE_NOTE = 3;

/**
 * Parses Omnivore's Markdown, as written by `highlightToMarkdown` of its exporter: each highlight is a block quote,
 * whose later lines may lack the `>`, followed by its labels and its note. A note on the article is recognised by more
 * blank lines after it.
 */
function readHighlights(markdown: string | null): ImportedHighlight[] {
  const highlights: ImportedHighlight[] = [];
  let quote: ImportedHighlight | null = null;
  let words: string[] = [];
  const endNote = (isArticleNote: boolean): void => {
    const note = toPlainText(words.join(' '));
    words = [];
    if (note === '') return;
    if (quote !== null && !isArticleNote) quote.note = note;
    else highlights.push({ text: '', note, createdAt: null, colour: null });
  };
  const blocks = splitBlocks(markdown ?? '');
  for (const [i, { isQuote, text, blankLines }] of blocks.entries()) {
    if (!isQuote) {
      words.push(text);
      // At the end of the file, there is one blank line less.
      const minBlanks =
        i === blocks.length - 1 ? BLANK_LINES_AFTER_ARTICLE_NOTE - 1 : BLANK_LINES_AFTER_ARTICLE_NOTE;
      if (blankLines >= minBlanks) endNote(true);
      continue;
    }
    endNote(false);
    const passage = toPlainText(text.replace(LINK_BACK, ''));
    quote = passage === '' ? null : { text: passage, note: '', createdAt: null, colour: null };
    if (quote !== null) highlights.push(quote);
  }
  endNote(false);
  return highlights;
}

/**
 * Converts an entry of the list.
 *
 * @param usedSlugs slugs whose texts were read already. Each text is read once, since a malicious archive could refer
 * to
 *   one large text many times
 */
async function toRecord(
  files: Files,
  folder: string,
  entry: unknown,
  at: string,
  usedSlugs: Set<string>,
): Promise<ImportRecord> {
  const declaredSlug = toStringOrNull(getField(entry, 'slug')) ?? '';
  const slug = usedSlugs.has(declaredSlug) ? '' : declaredSlug;
  usedSlugs.add(slug);
  const html = slug === '' ? null : await readArchiveText(files.get(`${folder}content/${slug}.html`));
  const highlights = slug === '' ? null : await readArchiveText(files.get(`${folder}highlights/${slug}.md`));
  const row = toRow(entry);
  return makeRecord(at, readArticleUrl(row, OMNIVORE_FIELDS), {
    ...readArticleFields(row, OMNIVORE_FIELDS),
    html,
    highlights: readHighlights(highlights),
  });
}

async function* readOmnivore(archiveFiles: readonly ArchiveFile[]): RecordStream {
  const files: Files = new Map(archiveFiles.map((file) => [file.name, file]));
  const usedSlugs = new Set<string>();
  for (const list of archiveFiles) {
    const { name } = list;
    if (!METADATA_FILE.test(name)) continue;
    // In a repacked archive, everything may be in a folder.
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const file = await openOrNull(list);
    if (file === null) {
      yield { at: name, why: 'unreadable', url: '', title: '' };
      continue;
    }
    let count = 0;
    for await (const element of readJsonElements(file, null)) {
      count += 1;
      const at = `${name}: ${count}`;
      if (element.ok) yield await toRecord(files, folder, element.value, at, usedSlugs);
      else yield { at, why: 'unreadable', url: '', title: '' };
    }
  }
}

/** Omnivore's archive: `metadata_*.json` with the articles, `content/<slug>.html`, `highlights/<slug>.md`. */
export const OMNIVORE_ZIP: ArchiveFormat<'omnivore'> = {
  name: 'omnivore',
  matchesArchive: async (files) => {
    const head = await files.find(({ name }) => METADATA_FILE.test(name))?.head();
    return (
      head?.kind === 'json' && (hasField(toArray(head.value)[0], 'slug') || toArray(head.value).length === 0)
    );
  },
  selectFiles: (files) =>
    files.filter(({ name }) => METADATA_FILE.test(name) || /(?:^|\/)(?:content|highlights)\//.test(name)),
  readArchive: readOmnivore,
};
