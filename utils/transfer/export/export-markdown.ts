/**
 * Writes an article as Markdown (CommonMark, with GitHub's tables and strikethrough) and front matter for Obsidian. We
 * use our own writer, since Turndown with its GitHub plugin (7.2.5, twice as large) doesn't escape bars in cells and
 * line breaks in header cells, which breaks the table.
 */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { displayTitle, type ExportArticle, toIsoDay } from './export-types.ts';
import { writeFrontMatter } from './front-matter.ts';
import {
  BLOCK_TAGS,
  MAX_DEPTH,
  makeFence,
  setImagePath,
  wrapInMarks,
  writeInlines,
} from './markdown-inline.ts';
import { escapeMarkdown, formatBlockQuote, formatParagraph, formatParagraphs } from './markdown-text.ts';
import { sanitiseText } from './sanitise-text.ts';
import { getRowCells, getTableRows } from './table-rows.ts';

/** Maximum nesting of lists and block quotes, because each level copies all its lines again. */
const MAX_PREFIX_DEPTH = 12;

/** Maximum number of a list item: items can't have more than nine digits. */
const MAX_ITEM_NUMBER = 900_000_000;

/** Maximum number of cells to which rows are padded: a table of a thousand columns is unreadable as text. */
const MAX_PADDED_CELLS = 50;

/** The context of a block. */
interface BlockContext {
  depth: number;
  /** Number of surrounding lists and block quotes. */
  prefixDepth: number;
}

function isBlock(node: Node): node is Element {
  return node.nodeType === 1 && BLOCK_TAGS.has((node as Element).localName);
}

/** The content of an element as one line. */
function writeLine(parent: Node, inTable = false): string {
  return writeInlines(parent.childNodes, inTable).replace(/\s+/g, ' ').trim();
}

function indentLines(text: string, indentation: string): string {
  return text.replace(/\n(?!\n)/g, `\n${indentation}`);
}

function writeList(element: Element, context: BlockContext): string {
  const start = Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1;
  let number = Math.min(MAX_ITEM_NUMBER, Math.max(0, start));
  const items: string[] = [];
  for (const node of Array.from(element.childNodes)) {
    const item = node.nodeType === 1 ? writeBlocks([node], context) : formatParagraph(writeInlines([node]));
    if (item === '' && node.nodeType !== 1) continue;
    const marker = element.localName === 'ol' ? `${number++}. ` : '- ';
    items.push(marker + indentLines(item, ' '.repeat(marker.length)));
  }
  return items.join('\n');
}

function writeTable(element: Element): string {
  const { rows, caption } = getTableRows(element);
  const written = rows
    .map((row) => getRowCells(row).map((cell) => writeLine(cell, true)))
    .filter((row) => row.length > 0);
  const [header, ...rest] = written;
  if (header === undefined) return '';
  const width = written.reduce((widest, row) => Math.max(widest, row.length), 0);
  const line = (row: readonly string[], minWidth: number): string =>
    `| ${[...row, ...Array.from({ length: Math.max(0, minWidth - row.length) }, () => '')].join(' | ')} |`;
  const lines = [
    line(header, width),
    line([], width).replaceAll('|  ', '| --- '),
    ...rest.map((row) => line(row, Math.min(width, MAX_PADDED_CELLS))),
  ];
  const title = caption === null ? '' : `${formatParagraph(writeLine(caption))}\n\n`;
  return title + lines.join('\n');
}

function writeCodeBlock(element: Element): string {
  const text = sanitiseText(element.textContent).replace(/\n$/, '');
  const fence = makeFence(text, 3);
  return `${fence}\n${text}\n${fence}`;
}

function writeBlock(element: Element, context: BlockContext): string {
  const name = element.localName;
  const inner = { ...context, depth: context.depth + 1 };
  if (context.depth > MAX_DEPTH) return formatParagraphs(sanitiseText(element.textContent));
  if (name === 'hr') return '***';
  if (name === 'table') return writeTable(element);
  if (name === 'ul' || name === 'ol' || name === 'blockquote') {
    if (context.prefixDepth >= MAX_PREFIX_DEPTH) return writeBlocks(element.childNodes, inner);
    inner.prefixDepth += 1;
    return name === 'blockquote'
      ? formatBlockQuote(writeBlocks(element.childNodes, inner))
      : writeList(element, inner);
  }
  if (name === 'dt') return wrapInMarks(formatParagraph(writeInlines(element.childNodes)), '**');
  if (name === 'figcaption') return wrapInMarks(formatParagraph(writeInlines(element.childNodes)), '*');
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) {
    const words = formatParagraph(writeLine(element));
    return words === '' ? '' : `${'#'.repeat(Math.max(2, Number(level)))} ${words}`;
  }
  if (name === 'pre') return writeCodeBlock(element);
  return writeBlocks(element.childNodes, inner);
}

/** Consecutive blocks; inline content between them becomes paragraphs. */
function writeBlocks(nodes: Iterable<Node>, context: BlockContext): string {
  const parts: string[] = [];
  let inlineNodes: Node[] = [];
  const endParagraph = (): void => {
    const text = formatParagraph(writeInlines(inlineNodes));
    if (text !== '') parts.push(text);
    inlineNodes = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      inlineNodes.push(node);
      continue;
    }
    endParagraph();
    const text = writeBlock(node, context);
    if (text !== '') parts.push(text);
  }
  endParagraph();
  return parts.join('\n\n');
}

/** Each highlight as a quote with its note and date. */
function writeHighlights(article: ExportArticle): string {
  if (article.highlights.length === 0) return '';
  const items = article.highlights.map(({ text, note, createdAt }) => {
    const words = formatParagraphs(text);
    const day = createdAt === 0 ? '' : `*${toIsoDay(createdAt)}*`;
    return [words === '' ? '' : formatBlockQuote(words), formatParagraphs(note), day]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return `\n## Highlights and notes\n\n${items.join('\n\n')}\n`;
}

/** File names of images, by their source addresses. */
export type ImagePaths = ReadonlyMap<string, string>;

/**
 * Converts the body of an article to Markdown.
 *
 * @param html sanitised
 * @param pictures relative paths that need no escaping; other images remain links to their source
 */
export function htmlToMarkdown(html: string, pictures: ImagePaths = new Map()): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of Array.from(body.querySelectorAll('img'))) {
    const path = pictures.get(element.getAttribute('src') ?? '');
    if (path !== undefined) setImagePath(element, path);
  }
  return writeBlocks(body.childNodes, { depth: 0, prefixDepth: 0 });
}

/** An article as one Markdown file. */
export function writeMarkdown(article: ExportArticle, pictures?: ImagePaths): string {
  const body = htmlToMarkdown(sanitiseHtml(article.html), pictures);
  const title = formatParagraph(escapeMarkdown(displayTitle(article)));
  return `${writeFrontMatter(article)}\n# ${title}\n\n${body}\n${writeHighlights(article)}`;
}
