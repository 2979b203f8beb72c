/** Converts inline content of an article to Markdown. A line break in the result is a hard break. */
import { escapeMarkdown, formatLink, formatLinkTarget } from './markdown-text.ts';
import { sanitiseText } from './sanitise-text.ts';

const EMPHASIS_MARKS: ReadonlyMap<string, string> = new Map([
  ['em', '*'],
  ['i', '*'],
  ['cite', '*'],
  ['strong', '**'],
  ['b', '**'],
  ['s', '~~'],
  ['del', '~~'],
  ['mark', '=='],
]);

export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'p div section figure figcaption blockquote ul ol li dl dt dd table pre hr h1 h2 h3 h4 h5 h6'.split(' '),
);

/** Maximum nesting of elements, as in browsers' parsers; deeper elements become text. */
export const MAX_DEPTH = 400;

/** Wraps text in emphasis marks, which must be adjacent to words, so surrounding spaces go outside. */
export function wrapInMarks(text: string, mark: string): string {
  const words = text.trim();
  if (words === '') return text;
  const before = text.length - text.trimStart().length;
  const after = text.trimEnd().length;
  return text.slice(0, before) + mark + words + mark + text.slice(after);
}

/** A run of backticks longer than any in the text. */
export function makeFence(text: string, minLength: number): string {
  let longest = minLength - 1;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
}

/**
 * Writes a code span on one line, because an empty line would end the block and expose the rest as HTML. Code becomes
 * plain text if it contains a bar in a cell, or if note-taking programs would run it as a query (`= …`, `$= …`).
 */
function writeCode(source: string, inTable: boolean): string {
  const text = sanitiseText(source).replace(/\s+/g, ' ').trim();
  if (text === '') return source === '' ? '' : ' ';
  if (/^\$?=/.test(text) || (inTable && text.includes('|'))) return escapeMarkdown(text);
  const fence = makeFence(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Relative paths of images, by element. */
const imagePaths = new WeakMap<Element, string>();

/** Marks an image to be written as a link to a file. */
export function setImagePath(element: Element, path: string): void {
  imagePaths.set(element, path);
}

function writeImage(element: Element): string {
  const source = element.getAttribute('src') ?? '';
  const alt = escapeMarkdown(sanitiseText(element.getAttribute('alt')).replace(/\s+/g, ' '));
  const target = imagePaths.get(element) ?? (/^https?:/i.test(source) ? formatLinkTarget(source) : null);
  return target === null ? alt : `![${alt}](${target})`;
}

function writeInline(node: Node, inTable: boolean, depth: number): string {
  if (node.nodeType === 3 || (node.nodeType === 1 && depth > MAX_DEPTH)) {
    return escapeMarkdown(sanitiseText(node.textContent).replace(/\s+/g, ' '));
  }
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const name = element.localName;
  if (name === 'br') return '\n';
  if (name === 'img') return writeImage(element);
  if (name === 'code' || name === 'kbd' || name === 'samp')
    return writeCode(element.textContent ?? '', inTable);
  const inner = writeInlines(element.childNodes, inTable, depth + 1);
  // A block inside a line or a cell is separated by spaces.
  if (BLOCK_TAGS.has(name) || name === 'td' || name === 'th') return ` ${inner} `;
  const mark = EMPHASIS_MARKS.get(name);
  if (mark !== undefined) return wrapInMarks(inner, mark);
  if (name === 'q') return `“${inner}”`;
  const isSubOrSuper = name === 'sub' || name === 'sup';
  if (isSubOrSuper && inner.trim() !== '' && !inner.includes('\n')) return `<${name}>${inner}</${name}>`;
  if (name !== 'a' || inner.trim() === '') return inner;
  return formatLink(inner.trim(), element.getAttribute('href'));
}

/** Converts consecutive nodes to one line, except for hard breaks. */
export function writeInlines(nodes: Iterable<Node>, inTable = false, depth = 0): string {
  let line = '';
  let isCode = false;
  for (const node of nodes) {
    const part = writeInline(node, inTable, depth);
    if (part === '') continue;
    // Backticks of adjacent code spans would merge, and the second span would become HTML.
    line += isCode && part.startsWith('`') ? ` ${part}` : part;
    isCode = part.endsWith('`');
  }
  return line;
}
