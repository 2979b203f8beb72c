/**
 * Writes an article as Markdown (CommonMark, with GitHub's tables and strikethrough) and front matter for Obsidian. We
 * use our own writer, since Turndown with its GitHub plugin (7.2.5, twice as large) doesn't escape bars in cells and
 * line breaks in header cells, which breaks the table.
 */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { type ExportArticle, isoDay, nameOf } from './export-types.ts';
import { frontMatter } from './front-matter.ts';
import { BLOCKS, fenceFor, inlines, linkToFile, MAX_DEPTH, wrap } from './markdown-inline.ts';
import { escapeMarkdown, paragraph, plainParagraphs, quoteLines } from './markdown-text.ts';
import { outgoingText } from './outgoing-text.ts';
import { cellsOf, rowsOf } from './table-rows.ts';

/** Maximum nesting of lists and block quotes, because each level copies all its lines again. */
const MAX_MARKED_DEPTH = 12;

/** Maximum number of a list item: items can't have more than nine digits. */
const MAX_ITEM_NUMBER = 900_000_000;

/** Maximum number of cells to which rows are padded: a table of a thousand columns is unreadable as text. */
const MAX_FILLED_CELLS = 50;

/** The context of a block. */
interface BlockContext {
  depth: number;
  /** Number of surrounding lists and block quotes. */
  markedDepth: number;
}

function isBlock(node: Node): node is Element {
  return node.nodeType === 1 && BLOCKS.has((node as Element).localName);
}

/** The content of an element as one line. */
function oneLine(parent: Node, inTable = false): string {
  return inlines(parent.childNodes, inTable).replace(/\s+/g, ' ').trim();
}

function indent(text: string, by: string): string {
  return text.replace(/\n(?!\n)/g, `\n${by}`);
}

function list(element: Element, context: BlockContext): string {
  const start = Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1;
  let number = Math.min(MAX_ITEM_NUMBER, Math.max(0, start));
  const items: string[] = [];
  for (const node of Array.from(element.childNodes)) {
    const item = node.nodeType === 1 ? blocks([node], context) : paragraph(inlines([node]));
    if (item === '' && node.nodeType !== 1) continue;
    const mark = element.localName === 'ol' ? `${number++}. ` : '- ';
    items.push(mark + indent(item, ' '.repeat(mark.length)));
  }
  return items.join('\n');
}

function table(element: Element): string {
  const { rows, caption } = rowsOf(element);
  const written = rows
    .map((row) => cellsOf(row).map((cell) => oneLine(cell, true)))
    .filter((row) => row.length > 0);
  const [head, ...rest] = written;
  if (head === undefined) return '';
  const width = written.reduce((most, row) => Math.max(most, row.length), 0);
  const line = (row: readonly string[], minWidth: number): string =>
    `| ${[...row, ...Array.from({ length: Math.max(0, minWidth - row.length) }, () => '')].join(' | ')} |`;
  const lines = [
    line(head, width),
    line([], width).replaceAll('|  ', '| --- '),
    ...rest.map((row) => line(row, Math.min(width, MAX_FILLED_CELLS))),
  ];
  const title = caption === null ? '' : `${paragraph(oneLine(caption))}\n\n`;
  return title + lines.join('\n');
}

function codeBlock(element: Element): string {
  const text = outgoingText(element.textContent).replace(/\n$/, '');
  const fence = fenceFor(text, 3);
  return `${fence}\n${text}\n${fence}`;
}

function block(element: Element, context: BlockContext): string {
  const name = element.localName;
  const inner = { ...context, depth: context.depth + 1 };
  if (context.depth > MAX_DEPTH) return plainParagraphs(outgoingText(element.textContent));
  if (name === 'hr') return '***';
  if (name === 'table') return table(element);
  if (name === 'ul' || name === 'ol' || name === 'blockquote') {
    if (context.markedDepth >= MAX_MARKED_DEPTH) return blocks(element.childNodes, inner);
    inner.markedDepth += 1;
    return name === 'blockquote' ? quoteLines(blocks(element.childNodes, inner)) : list(element, inner);
  }
  if (name === 'dt') return wrap(paragraph(inlines(element.childNodes)), '**');
  if (name === 'figcaption') return wrap(paragraph(inlines(element.childNodes)), '*');
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) {
    const words = paragraph(oneLine(element));
    return words === '' ? '' : `${'#'.repeat(Math.max(2, Number(level)))} ${words}`;
  }
  if (name === 'pre') return codeBlock(element);
  return blocks(element.childNodes, inner);
}

/** Consecutive blocks; inline content between them becomes paragraphs. */
function blocks(nodes: Iterable<Node>, context: BlockContext): string {
  const parts: string[] = [];
  let run: Node[] = [];
  const endRun = (): void => {
    const text = paragraph(inlines(run));
    if (text !== '') parts.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    endRun();
    const text = block(node, context);
    if (text !== '') parts.push(text);
  }
  endRun();
  return parts.join('\n\n');
}

/** Each highlight as a quote with its note and date. */
function writeHighlights(article: ExportArticle): string {
  if (article.highlights.length === 0) return '';
  const items = article.highlights.map(({ text, note, createdAt }) => {
    const words = plainParagraphs(text);
    const day = createdAt === 0 ? '' : `*${isoDay(createdAt)}*`;
    return [words === '' ? '' : quoteLines(words), plainParagraphs(note), day]
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
    if (path !== undefined) linkToFile(element, path);
  }
  return blocks(body.childNodes, { depth: 0, markedDepth: 0 });
}

/** An article as one Markdown file. */
export function writeMarkdown(article: ExportArticle, pictures?: ImagePaths): string {
  const body = htmlToMarkdown(sanitiseHtml(article.html), pictures);
  const title = paragraph(escapeMarkdown(nameOf(article)));
  return `${frontMatter(article)}\n# ${title}\n\n${body}\n${writeHighlights(article)}`;
}
