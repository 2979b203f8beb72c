/**
 * Packs the word lists and weights of the quote engine when the extension is built: pieces of text that occur again
 * and again get a sign of one character each, and `unpack` puts them back when the script starts. That halves them.
 */
import path from 'node:path';
import { type Plugin, parseAst } from 'vite';

/** Modules whose long literals are plain data. */
const DATA_MODULE = /\/utils\/quotes\/(?:languages\/[a-z-]+|[a-z]+-weights)\.ts$/;
/** Shorter literals are not worth it. */
const SHORTEST = 60;
/** Parts the literals of a module; it must be in none of them. */
const PART = '~';
/** Signs that need no escape in any kind of string literal: of one byte in UTF-8, then of two. */
const SIGNS = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)).filter(
  (sign, code) => code > 0x20 && (code < 0x7f || code > 0xad) && !'"\'\\`$'.includes(sign),
);
const LONGEST = 12;
/** Candidates kept from one count of all pieces, and rules made from them before the next count. */
const POOL = 400;
const ROUNDS = 12;

/** Bytes that a sign for a piece saves, its rule counted in. */
function saves(piece: string, times: number, sign: string): number {
  const bytes = Buffer.byteLength(piece);
  const width = Buffer.byteLength(sign);
  return times * (bytes - width) - bytes - width - 1;
}

function countOf(text: string, piece: string): number {
  return text.split(piece).length - 1;
}

/** The pieces that save most, each counted without overlaps of its own. */
function findPieces(text: string, sign: string): string[] {
  const seen = new Map<string, { times: number; end: number }>();
  for (let length = 2; length <= LONGEST; length++) {
    for (let at = 0; at + length <= text.length; at++) {
      const piece = text.slice(at, at + length);
      const entry = seen.get(piece);
      if (entry === undefined) seen.set(piece, { times: 1, end: at + length });
      else if (at >= entry.end) {
        entry.times++;
        entry.end = at + length;
      }
    }
  }
  return [...seen]
    .filter(([piece, { times }]) => times > 1 && !piece.includes('\n'))
    .sort(([a, x], [b, y]) => saves(b, y.times, sign) - saves(a, x.times, sign))
    .slice(0, POOL)
    .map(([piece]) => piece);
}

/** Packs a text for `unpack`. The same text always gives the same. */
export function pack(text: string): { rules: string; packed: string } {
  const free = SIGNS.filter((sign) => !text.includes(sign));
  const rules: string[] = [];
  let packed = text;
  let pool: string[] = [];
  for (const [i, sign] of free.entries()) {
    if (i % ROUNDS === 0) pool = findPieces(packed, sign);
    let best = '';
    let most = 0;
    for (const piece of pool) {
      const gain = saves(piece, countOf(packed, piece), sign);
      if (gain <= most) continue;
      best = piece;
      most = gain;
    }
    if (best === '') break;
    packed = packed.replaceAll(best, sign);
    rules.unshift(sign + best);
  }
  return { rules: rules.join('\n'), packed };
}

interface Literal {
  value: string;
  start: number;
  end: number;
}

/** Every long string in a module, in order of the source; templates with parts of their own are left alone. */
function findLiterals(code: string): Literal[] {
  const literals: Literal[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, start, end, value, quasis } = node as Record<string, unknown>;
    const [only, ...others] = Array.isArray(quasis) ? quasis : [];
    const text = type === 'Literal' ? value : others.length === 0 ? only?.value?.cooked : undefined;
    const isString = (type === 'Literal' || type === 'TemplateLiteral') && typeof text === 'string';
    if (isString && text.length >= SHORTEST && typeof start === 'number' && typeof end === 'number') {
      literals.push({ value: text, start, end });
    } else for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(code, { lang: 'ts' }));
  return literals.sort((a, b) => a.start - b.start);
}

const done = new Map<string, { rules: string; packed: string }>();

/** The plugin for Vite. Each script is a build of its own, so that a module passes here several times. */
export function packWords(): Plugin {
  return {
    name: 'offprint:pack-words',
    apply: 'build',
    transform(code, id) {
      if (!DATA_MODULE.test(id.split(path.sep).join('/'))) return null;
      const literals = findLiterals(code);
      if (literals.length === 0 || literals.some(({ value }) => value.includes(PART))) return null;
      const text = literals.map(({ value }) => value).join(PART);
      const { rules, packed } = done.get(text) ?? pack(text);
      done.set(text, { rules, packed });
      let body = '';
      let at = 0;
      for (const [index, { start, end }] of literals.entries()) {
        body += `${code.slice(at, start)}_packed[${index}]`;
        at = end;
      }
      body += code.slice(at);
      const from = path.relative(path.dirname(id), 'utils/quotes/unpack.ts').split(path.sep).join('/');
      return {
        code: `import { unpack } from './${from}';\nconst _packed = unpack(${JSON.stringify(rules)}, ${JSON.stringify(packed)}).split('${PART}');\n${body}`,
        map: null,
      };
    },
  };
}
