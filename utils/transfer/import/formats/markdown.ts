/**
 * Markdown with front matter that states an address: notes of Obsidian's clipper (`title`, `source`, `author`,
 * `published`, `created`, `description`, `tags`), and Offprint's own export (see `export-markdown.ts`).
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { toPlainText, toPlainTextOrNull } from '../../web-address.ts';
import type { FileFormat, SiblingFiles } from '../format-types.ts';
import type { ImportedHighlight, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { htmlToText } from '../parsing/html-text.ts';
import { inlineImages } from '../parsing/inline-pictures.ts';
import { parseBoolean, parseNames, parseProgress, parseTime } from '../parsing/read-fields.ts';
import { readWholeText } from '../parsing/read-text.ts';

/** Maximum length of a note, and of its front matter, in UTF-16 units. */
const MAX_NOTE_LENGTH = 4_000_000;
const MAX_FRONT_MATTER_LENGTH = 64 * 1024;

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Property names for the address in Obsidian's clipper, Joplin and others. */
const ADDRESS_KEYS = ['source', 'url', 'link'];
const ADDRESS_LINE = /^(?:source|url|link)[ \t]*:[ \t]*["']?https?:\/\//im;

type Properties = ReadonlyMap<string, string | string[]>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads properties line by line, for front matter that is not valid YAML, such as a title with a colon. */
function readPropertyLines(source: string): Map<string, string | string[]> {
  const properties = new Map<string, string | string[]>();
  let list: string[] = [];
  const unquote = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');
  for (const line of source.split(/\r?\n/)) {
    const [, key, value = ''] = /^([\w-]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (key !== undefined) {
      list = [];
      properties.set(key.toLowerCase(), value.trim() === '' ? list : unquote(value));
    } else if (/^\s*- /.test(line)) list.push(unquote(line.replace(/^\s*- /, '')));
  }
  return properties;
}

/** Parses front matter into strings and lists of strings. */
async function readProperties(source: string): Promise<Properties> {
  const { parseDocument } = await import('yaml');
  let value: unknown;
  try {
    // In this schema, every scalar is a string.
    const document = parseDocument(source, { schema: 'failsafe', logLevel: 'silent' });
    value = document.errors.length === 0 ? document.toJS({ maxAliasCount: 10 }) : null;
  } catch (error) {
    // Too many aliases, or a RangeError if it is nested too deeply.
    console.warn('offprint: front matter', error);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return readPropertyLines(source);
  return new Map(
    Object.entries(value).flatMap(([key, field]): [string, string | string[]][] => {
      const cleaned = Array.isArray(field) ? field.flat(2).filter(isText) : field;
      return isText(cleaned) || Array.isArray(cleaned) ? [[key.toLowerCase(), cleaned]] : [];
    }),
  );
}

const readTextProperty = (properties: Properties, key: string): string => {
  const value = properties.get(key) ?? '';
  return toPlainText(isText(value) ? value : value.join(', '));
};
const readNamesProperty = (properties: Properties, key: string): string[] =>
  // Obsidian's clipper links names: `[[Ina Holm]]`.
  parseNames(properties.get(key)).map((name) =>
    toPlainText(name.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]$/, '$1')),
  );

/** Obsidian's highlights: `==words==`. */
function addHighlightSyntax(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'mark', (state, isSilent) => {
    if (!state.src.startsWith('==', state.pos)) return false;
    const [from, end, max] = [state.pos + 2, state.src.indexOf('==', state.pos + 2), state.posMax];
    if (end <= from || end > max) return false;
    if (!isSilent) {
      state.pos = from;
      state.posMax = end;
      state.push('mark_open', 'mark', 1);
      state.md.inline.tokenize(state);
      state.push('mark_close', 'mark', -1);
      state.posMax = max;
    }
    state.pos = end + 2;
    return true;
  });
}

let renderer: MarkdownIt | null = null;

/** Length of the URLs and titles of links and images in a note of any length, in UTF-16 units. */
const MIN_LINKS_LENGTH = 100_000;

/**
 * Removes URLs and titles once they are longer in total than the note that they are from. One reference definition can
 * be used for any number of links; cmark has the same limit.
 */
function limitLinks(tokens: readonly Token[], noteLength: number): void {
  let remainingLength = Math.max(MIN_LINKS_LENGTH, noteLength);
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const names =
      token.type === 'image' ? ['src', 'title'] : token.type === 'link_open' ? ['href', 'title'] : [];
    for (const name of names) {
      remainingLength -= String(token.attrGet(name) ?? '').length;
      if (remainingLength < 0) token.attrSet(name, '');
    }
  }
}

/** Converts Markdown to HTML, which is sanitised later like all imported HTML. */
async function markdownToHtml(markdown: string): Promise<string> {
  if (renderer === null) {
    renderer = (await import('markdown-it')).default({ html: true });
    renderer.use(addHighlightSyntax);
  }
  const environment = {};
  const tokens = renderer.parse(markdown, environment);
  limitLinks(tokens, markdown.length);
  return renderer.renderer.render(tokens, renderer.options, environment);
}

/**
 * Finds elements that are not nested, in order and in linear time; a regular expression would search to the end of the
 * text for each unclosed one.
 */
function* findElements(html: string, ...tags: string[]): Generator<{ tag: string; inner: string }> {
  const unclosed = new Set<string>();
  const opening = new RegExp(`<(${tags.join('|')})>`, 'g');
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const [, tag = ''] = match;
    const end = unclosed.has(tag) ? -1 : html.indexOf(`</${tag}>`, opening.lastIndex);
    if (end === -1) {
      unclosed.add(tag);
      continue;
    }
    yield { tag, inner: html.slice(opening.lastIndex, end) };
    opening.lastIndex = end;
  }
}

const readParagraphs = (html: string): string =>
  [...findElements(html, 'p')].map(({ inner }) => htmlToText(inner)).join('\n\n');

/** The heading of the last section of Offprint's export. */
const HIGHLIGHTS_HEADING = '<h2>Highlights and notes</h2>';
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads highlights: block quotes, each with an optional note and a final date. */
function readHighlights(html: string): ImportedHighlight[] {
  const highlights: ImportedHighlight[] = [];
  let current: ImportedHighlight | null = null;
  const beginHighlight = (text: string): ImportedHighlight => {
    const next = { text, note: '', createdAt: null, colour: null };
    highlights.push(next);
    return next;
  };
  for (const { tag, inner } of findElements(html, 'blockquote', 'p')) {
    const words = tag === 'blockquote' ? readParagraphs(inner) : htmlToText(inner);
    if (tag === 'blockquote') current = beginHighlight(words);
    else if (ISO_DAY.test(words)) {
      if (current !== null) current.createdAt = parseTime(words);
      current = null;
    } else {
      current ??= beginHighlight('');
      current.note += current.note === '' ? words : `\n\n${words}`;
    }
  }
  return highlights;
}

/** Matches relative image paths. */
const RELATIVE_IMAGE = /(?<=<img src=")(?!\w+:|\/\/)[^"]{1,4096}(?=")/g;

async function* readNote(file: Blob, siblings?: SiblingFiles): RecordStream {
  const text = await readWholeText(file);
  const [frontMatterBlock = '', frontMatter = ''] =
    FRONT_MATTER.exec((text ?? '').slice(0, MAX_FRONT_MATTER_LENGTH)) ?? [];
  const properties = await readProperties(frontMatter);
  const title = readTextProperty(properties, 'title');
  const address = ADDRESS_KEYS.map((key) => readTextProperty(properties, key)).find((value) => value !== '');
  if (text === null || text.length > MAX_NOTE_LENGTH)
    return yield { at: '1', why: 'tooBig', url: address ?? '', title };
  const html = await inlineImages(
    await markdownToHtml(text.slice(frontMatterBlock.length)),
    RELATIVE_IMAGE,
    (path) => siblings?.(path.replaceAll('&amp;', '&')),
  );
  // Only our own export has both.
  const end =
    properties.has('saved') && properties.has('progress') ? html.lastIndexOf(HIGHLIGHTS_HEADING) : -1;
  const body = end === -1 ? html : html.slice(0, end);
  const heading = /^<h1>([\s\S]*?)<\/h1>/.exec(body);
  const hasTitleHeading =
    heading !== null && (title === '' || toPlainText(htmlToText(heading[1] ?? '')) === title);
  const content = hasTitleHeading ? body.slice(heading[0].length) : body;
  yield makeRecord('1', address, {
    title: title || htmlToText(heading?.[1] ?? ''),
    byline: toPlainTextOrNull(readNamesProperty(properties, 'author').join(', ')),
    siteName: toPlainTextOrNull(readTextProperty(properties, 'site')),
    publishedAt: toPlainTextOrNull(readTextProperty(properties, 'published')),
    lang: toPlainTextOrNull(readTextProperty(properties, 'language')),
    excerpt: toPlainTextOrNull(readTextProperty(properties, 'description')),
    savedAt: parseTime(readTextProperty(properties, 'saved') || readTextProperty(properties, 'created')),
    archived: parseBoolean(properties.get('archived')),
    favourite: parseBoolean(properties.get('favourite')),
    progress: parseProgress(properties.get('progress')),
    tags: readNamesProperty(properties, 'tags').map((tag) => tag.replace(/^#/, '')),
    lists: readNamesProperty(properties, 'lists').map((path) => path.split(' / ')),
    html: content.trim() === '' ? null : content,
    highlights: end === -1 ? [] : readHighlights(html.slice(end + HIGHLIGHTS_HEADING.length)),
  });
}

/** A note about a web page. */
export const MARKDOWN: FileFormat<'markdown'> = {
  name: 'markdown',
  matches: (head) =>
    head.kind === 'text' &&
    ADDRESS_LINE.test(FRONT_MATTER.exec(head.text.slice(0, MAX_FRONT_MATTER_LENGTH))?.[1] ?? ''),
  read: readNote,
};
