/**
 * An article as Markdown (CommonMark, tables and strikethrough of GitHub's), with front matter as Obsidian reads it.
 *
 * Ours, since Turndown with its GitHub plugin (7.2.5, twice as large) writes a bar in a cell and lines in a heading's
 * cell as they are, which breaks the table.
 */

import { splitByline } from './export-references.ts';
import { type ExportArticle, isoDay } from './export-types.ts';

/** Marks that mean something anywhere in a line. */
function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, '\\$&');
}

/** Marks that mean something where a line begins. */
function escapeStart(line: string): string {
  return line.replace(/^(\s*)([#+\-=>]|\d{1,9}[.)])(?=\s|$|[-=#])/, (_, blank, mark) =>
    /\d/.test(mark) ? `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${blank}\\${mark}`,
  );
}

function escapeTarget(url: string): string {
  return url.replace(
    /[\s()<>\\]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

const AROUND: Readonly<Record<string, string>> = {
  em: '*',
  i: '*',
  cite: '*',
  strong: '**',
  b: '**',
  s: '~~',
  del: '~~',
  mark: '==',
};
const BLOCKS = new Set(
  'p div section figure figcaption blockquote ul ol li dl dt dd table pre hr h1 h2 h3 h4 h5 h6'.split(' '),
);

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && BLOCKS.has((node as Element).localName);
}

/** Emphasis marks stand against their words, with the blanks outside. */
function wrap(inner: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return words === '' ? inner : `${before}${mark}${words}${mark}${after}`;
}

function inlineCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return text.trim() === '' ? '' : `${fence}${pad}${text}${pad}${fence}`;
}

function image(element: Element): string {
  const source = element.getAttribute('src') ?? '';
  const alt = escapeInline((element.getAttribute('alt') ?? '').replace(/\s+/g, ' '));
  return /^https?:/i.test(source) ? `![${alt}](${escapeTarget(source)})` : alt;
}

function inline(node: Node): string {
  if (node.nodeType === 3) return escapeInline((node.textContent ?? '').replace(/\s+/g, ' '));
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const name = element.localName;
  if (name === 'br') return '\\\n';
  if (name === 'img') return image(element);
  if (name === 'code' || name === 'kbd' || name === 'samp') return inlineCode(element.textContent ?? '');
  const inner = inlines(element);
  const mark = AROUND[name];
  if (mark !== undefined) return wrap(inner, mark);
  if (name === 'q') return `“${inner}”`;
  if (name === 'sub' || name === 'sup') return `<${name}>${inner}</${name}>`;
  if (name !== 'a') return inner;
  const target = element.getAttribute('href') ?? '';
  if (!/^(?:https?|mailto):/i.test(target) || inner.trim() === '') return inner;
  return `[${inner.trim()}](${escapeTarget(target)})`;
}

function inlines(parent: Node): string {
  return Array.from(parent.childNodes, inline).join('');
}

function paragraph(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/(?:\\\n\s*)+$/, '')
    .split('\n')
    .map((line) => escapeStart(line.trim()))
    .join('\n')
    .trim();
}

function indent(text: string, by: string): string {
  return text.replace(/\n(?!\n)/g, `\n${by}`);
}

function list(element: Element): string {
  let number = Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1;
  const items = Array.from(element.children, (item) => {
    const mark = element.localName === 'ol' ? `${number++}. ` : '- ';
    return mark + indent(blocks(item), ' '.repeat(mark.length));
  });
  return items.join('\n');
}

function table(element: Element): string {
  const rows = Array.from(element.querySelectorAll('tr'), (row) =>
    Array.from(row.children, (cell) => inlines(cell).replace(/\\?\n/g, ' ').replace(/\s+/g, ' ').trim()),
  ).filter((row) => row.length > 0);
  const [head, ...rest] = rows;
  if (head === undefined) return '';
  const width = Math.max(...rows.map((row) => row.length));
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`;
  const caption = element.querySelector('caption');
  const title = caption === null ? '' : `${paragraph(inlines(caption))}\n\n`;
  return `${title}${line(head)}\n${line(Array.from({ length: width }, () => '---'))}${rest.map((row) => `\n${line(row)}`).join('')}`;
}

function block(element: Element): string {
  const name = element.localName;
  if (name === 'hr') return '---';
  if (name === 'ul' || name === 'ol') return list(element);
  if (name === 'table') return table(element);
  if (name === 'blockquote') return blocks(element).replace(/^/gm, '> ').replace(/^> $/gm, '>');
  if (name === 'dt') return wrap(paragraph(inlines(element)), '**');
  if (name === 'figcaption') return wrap(paragraph(inlines(element)), '*');
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) {
    const words = paragraph(inlines(element)).replace(/\\?\n/g, ' ');
    return words === '' ? '' : `${'#'.repeat(Math.max(2, Number(level)))} ${words}`;
  }
  if (name === 'pre') {
    const text = (element.textContent ?? '').replace(/\n$/, '');
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}\n${text}\n${fence}`;
  }
  return blocks(element);
}

/** The blocks in an element; text between them is paragraphs. */
function blocks(parent: Node): string {
  const parts: string[] = [];
  let run = '';
  const endRun = (): void => {
    const text = paragraph(run);
    if (text !== '') parts.push(text);
    run = '';
  };
  for (const child of Array.from(parent.childNodes)) {
    if (!isBlock(child)) {
      run += inline(child);
      continue;
    }
    endRun();
    const text = block(child as Element);
    if (text !== '') parts.push(text);
  }
  endRun();
  return parts.join('\n\n');
}

/** A string of YAML; JSON's double-quoted strings are YAML's. */
const yaml = (text: string): string => JSON.stringify(text);

function frontMatter(article: ExportArticle): string {
  const authors = splitByline(article.byline);
  const list = (items: readonly string[]): string => `[${items.map(yaml).join(', ')}]`;
  const lines = [
    `title: ${yaml(article.title)}`,
    ...(authors.length === 0 ? [] : [`author: ${list(authors)}`]),
    `source: ${yaml(article.url)}`,
    `site: ${yaml(article.siteName ?? article.host)}`,
    ...(article.publishedAt === null ? [] : [`published: ${yaml(article.publishedAt)}`]),
    `saved: ${isoDay(article.savedAt)}`,
    ...(article.lang === null ? [] : [`language: ${yaml(article.lang)}`]),
    // A tag with a blank is two to Obsidian.
    `tags: ${list(article.tags.map((tag) => tag.trim().replace(/\s+/g, '-')))}`,
    ...(article.lists.length === 0 ? [] : [`lists: ${list(article.lists)}`]),
    `archived: ${article.archived}`,
    `favourite: ${article.favourite}`,
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

function writeHighlights(article: ExportArticle): string {
  if (article.highlights.length === 0) return '';
  const items = article.highlights.map(({ text, note }) => {
    const words = text === '' ? '' : paragraph(escapeInline(text)).replace(/^/gm, '> ');
    return [words, paragraph(escapeInline(note))].filter((part) => part !== '').join('\n\n');
  });
  return `\n## Highlights and notes\n\n${items.join('\n\n')}\n`;
}

/** The body of an article as Markdown. */
export function htmlToMarkdown(html: string, parser: DOMParser = new DOMParser()): string {
  return blocks(parser.parseFromString(html, 'text/html').body);
}

/** An article as one Markdown file. Pictures stay links to where they came from. */
export function writeMarkdown(article: ExportArticle, parser: DOMParser = new DOMParser()): string {
  const body = htmlToMarkdown(article.html, parser);
  const title = paragraph(escapeInline(article.title)).replace(/\\?\n/g, ' ');
  return `${frontMatter(article)}\n# ${title || article.url}\n\n${body}\n${writeHighlights(article)}`;
}
