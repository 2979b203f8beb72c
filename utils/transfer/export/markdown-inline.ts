/** Converts inline content of an article to Markdown. A line break in the result is a hard break. */
import { escapeMarkdown, markdownLink, markdownTarget } from './markdown-text.ts';
import { outgoingText } from './outgoing-text.ts';

const AROUND: ReadonlyMap<string, string> = new Map([
  ['em', '*'],
  ['i', '*'],
  ['cite', '*'],
  ['strong', '**'],
  ['b', '**'],
  ['s', '~~'],
  ['del', '~~'],
  ['mark', '=='],
]);

export const BLOCKS: ReadonlySet<string> = new Set(
  'p div section figure figcaption blockquote ul ol li dl dt dd table pre hr h1 h2 h3 h4 h5 h6'.split(' '),
);

/** Maximum nesting of elements, as in browsers' parsers; deeper elements become text. */
export const MAX_DEPTH = 400;

/** Wraps text in emphasis marks, which must be adjacent to words, so surrounding spaces go outside. */
export function wrap(inner: string, mark: string): string {
  const words = inner.trim();
  if (words === '') return inner;
  const before = inner.length - inner.trimStart().length;
  const after = inner.trimEnd().length;
  return inner.slice(0, before) + mark + words + mark + inner.slice(after);
}

/** A run of backticks longer than any in the text. */
export function fenceFor(text: string, least: number): string {
  let longest = least - 1;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
}

/**
 * Writes a code span on one line, because an empty line would end the block and expose the rest as HTML. Code becomes
 * plain text if it contains a bar in a cell, or if note-taking programs would run it as a query (`= …`, `$= …`).
 */
function inlineCode(source: string, inTable: boolean): string {
  const text = outgoingText(source).replace(/\s+/g, ' ').trim();
  if (text === '') return source === '' ? '' : ' ';
  if (/^\$?=/.test(text) || (inTable && text.includes('|'))) return escapeMarkdown(text);
  const fence = fenceFor(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Relative paths of images, by element. */
const files = new WeakMap<Element, string>();

/** Marks an image to be written as a link to a file. */
export function linkToFile(element: Element, path: string): void {
  files.set(element, path);
}

function image(element: Element): string {
  const source = element.getAttribute('src') ?? '';
  const alt = escapeMarkdown(outgoingText(element.getAttribute('alt')).replace(/\s+/g, ' '));
  const target = files.get(element) ?? (/^https?:/i.test(source) ? markdownTarget(source) : null);
  return target === null ? alt : `![${alt}](${target})`;
}

function inline(node: Node, inTable: boolean, depth: number): string {
  if (node.nodeType === 3 || (node.nodeType === 1 && depth > MAX_DEPTH)) {
    return escapeMarkdown(outgoingText(node.textContent).replace(/\s+/g, ' '));
  }
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const name = element.localName;
  if (name === 'br') return '\n';
  if (name === 'img') return image(element);
  if (name === 'code' || name === 'kbd' || name === 'samp')
    return inlineCode(element.textContent ?? '', inTable);
  const inner = inlines(element.childNodes, inTable, depth + 1);
  // A block inside a line or a cell is separated by spaces.
  if (BLOCKS.has(name) || name === 'td' || name === 'th') return ` ${inner} `;
  const mark = AROUND.get(name);
  if (mark !== undefined) return wrap(inner, mark);
  if (name === 'q') return `“${inner}”`;
  const isScript = name === 'sub' || name === 'sup';
  if (isScript && inner.trim() !== '' && !inner.includes('\n')) return `<${name}>${inner}</${name}>`;
  if (name !== 'a' || inner.trim() === '') return inner;
  return markdownLink(inner.trim(), element.getAttribute('href'));
}

/** Converts consecutive nodes to one line, except for hard breaks. */
export function inlines(nodes: Iterable<Node>, inTable = false, depth = 0): string {
  let line = '';
  let isCode = false;
  for (const node of nodes) {
    const part = inline(node, inTable, depth);
    if (part === '') continue;
    // Backticks of adjacent code spans would merge, and the second span would become HTML.
    line += isCode && part.startsWith('`') ? ` ${part}` : part;
    isCode = part.endsWith('`');
  }
  return line;
}
