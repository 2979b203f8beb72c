/** What stands within a line of an article, as Markdown. A line's end in what is given back is a break. */
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

/** Elements within one another that are read; browsers nest no deeper when they parse, and what is deeper is text. */
export const MAX_DEPTH = 400;

/** Emphasis marks stand against their words, with the blanks outside. */
export function wrap(inner: string, mark: string): string {
  const words = inner.trim();
  if (words === '') return inner;
  const before = inner.length - inner.trimStart().length;
  const after = inner.trimEnd().length;
  return inner.slice(0, before) + mark + words + mark + inner.slice(after);
}

/** Backticks that no run in a text is as long as. */
export function fenceFor(text: string, least: number): string {
  let longest = least - 1;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
}

/**
 * A code span. An empty line would end its paragraph and a bar its cell, and both would leave the rest of it as HTML.
 * What note-taking programs run as a query (`= …`, `$= …`) is written as text.
 */
function inlineCode(source: string, inTable: boolean): string {
  const text = outgoingText(source).replace(/\s+/g, ' ').trim();
  if (text === '') return source === '' ? '' : ' ';
  if (/^\$?=/.test(text) || (inTable && text.includes('|'))) return escapeMarkdown(text);
  const fence = fenceFor(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Where the pictures of elements lie beside the file. */
const files = new WeakMap<Element, string>();

/** Has a picture written as a link to a file beside the text. */
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
  // A block in a line or in a cell: its words stay apart from those around it.
  if (BLOCKS.has(name) || name === 'td' || name === 'th') return ` ${inner} `;
  const mark = AROUND.get(name);
  if (mark !== undefined) return wrap(inner, mark);
  if (name === 'q') return `“${inner}”`;
  const isScript = name === 'sub' || name === 'sup';
  if (isScript && inner.trim() !== '' && !inner.includes('\n')) return `<${name}>${inner}</${name}>`;
  if (name !== 'a' || inner.trim() === '') return inner;
  return markdownLink(inner.trim(), element.getAttribute('href'));
}

/** Nodes one after the other, in one line but for breaks. */
export function inlines(nodes: Iterable<Node>, inTable = false, depth = 0): string {
  let line = '';
  let isCode = false;
  for (const node of nodes) {
    const part = inline(node, inTable, depth);
    if (part === '') continue;
    // Backticks of two code spans would become one run, and the second span HTML.
    line += isCode && part.startsWith('`') ? ` ${part}` : part;
    isCode = part.endsWith('`');
  }
  return line;
}
