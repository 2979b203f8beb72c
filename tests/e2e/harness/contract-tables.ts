/** The tables of headers in `docs/network.md`, and requests held against them. */
import { readFileSync } from 'node:fs';
import type { BrowserKind } from '../../../scripts/find-browser.ts';
import type { Seen } from '../../fixtures/serve.ts';

const DOC = new URL('../../../docs/network.md', import.meta.url);

export type Way = 'anonymous' | 'as the tab' | 'to the place';

/** What a header may be, none where any value will do; and whether it is the browser's alone, whose versions differ. */
type Headers = Map<string, { said: readonly string[]; isBrowsers: boolean }>;

/** Headers of one way in one browser. */
function readTable(way: Way, kind: BrowserKind): Headers {
  const lines = readFileSync(DOC, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| header, ${way} |`));
  if (start === -1) throw new Error(`docs/network.md has no table “header, ${way}”`);
  const headers: Headers = new Map();
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    const [name = '', chromium = '', firefox = ''] = line
      .split('|')
      .slice(1, 4)
      .map((cell) => cell.trim());
    const value = kind === 'chromium' ? chromium : firefox;
    if (value === '') continue;
    headers.set(name, {
      said: Array.from(value.matchAll(/`([^`]*)`/g), ([, said = '']) => said),
      isBrowsers: value === 'the browser’s',
    });
  }
  return headers;
}

/** Headers that requests had, by way, since this file was loaded. */
const had = new Map<Way, Set<string>>();

/** Rows of the tables, but for the browser's own, that no request compared so far has had: `anonymous: accept`. */
export function rowsNeverSeen(kind: BrowserKind): string[] {
  return [...had].flatMap(([way, names]) =>
    [...readTable(way, kind)]
      .filter(([name, { isBrowsers }]) => !isBrowsers && !names.has(name))
      .map(([name]) => `${way}: ${name}`),
  );
}

/**
 * What is wrong with a request's headers.
 *
 * @param way how it should have been made
 * @returns a line for each that is missing, too many, or other than the table says
 */
export function compareHeaders(
  request: Pick<Seen, 'url' | 'headers'>,
  way: Way,
  kind: BrowserKind,
): string[] {
  const wanted = readTable(way, kind);
  const problems: string[] = [];
  const names = had.get(way) ?? new Set();
  had.set(way, names);
  for (const name of Object.keys(request.headers)) names.add(name);
  for (const [name, value] of Object.entries(request.headers)) {
    if (!wanted.has(name)) problems.push(`${request.url} has ${name}: ${value}`);
    const said = wanted.get(name)?.said ?? [];
    if (said.length > 0 && !(typeof value === 'string' && said.includes(value)))
      problems.push(`${request.url} has ${name}: ${value}, not ${said.join(' or ')}`);
  }
  // Which of them WebDAV wants depends on the method.
  for (const name of way === 'to the place' ? [] : wanted.keys()) {
    // A site that set no cookie gets none.
    if (request.headers[name] === undefined && name !== 'cookie')
      problems.push(`${request.url} lacks ${name}`);
  }
  return problems;
}

/** Made by a script of the extension, and by no page: `fetch` has no destination, and the invented sites don't use it. */
export function isOurs({ headers }: Seen): boolean {
  return headers['sec-fetch-dest'] === 'empty';
}

/** How a request was made: only a tab has an address to refer to. */
export function wayOf({ headers }: Seen): Way {
  return headers.referer === undefined && headers.cookie === undefined ? 'anonymous' : 'as the tab';
}
