/**
 * Packs the word lists and weights of the quote engine when the extension is built: pieces of text that occur again
 * and again get a sign of one character each, and `unpack` puts them back when the script starts. That halves them.
 */
import path from 'node:path';
import type { Plugin } from 'vite';

/** Modules whose long literals are plain data. */
const DATA_MODULE = /\/utils\/quotes\/(?:languages\/[a-z-]+|[a-z]+-weights)\.ts$/;
/** A literal with nothing in it that a template could change, and long enough to be worth it. */
const LITERAL = /`([^`$\\]{60,})`|'([^'\\\n]{60,})'/g;
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

const done = new Map<string, { rules: string; packed: string }>();

/** The plugin for Vite. Each script is a build of its own, so that a module passes here several times. */
export function packWords(): Plugin {
  return {
    name: 'offprint:pack-words',
    apply: 'build',
    transform(code, id) {
      if (!DATA_MODULE.test(id.split(path.sep).join('/'))) return null;
      const literals = [...code.matchAll(LITERAL)].map(([, long, short]) => long ?? short ?? '');
      if (literals.length === 0 || literals.some((literal) => literal.includes(PART))) return null;
      const text = literals.join(PART);
      const { rules, packed } = done.get(text) ?? pack(text);
      done.set(text, { rules, packed });
      let next = 0;
      const body = code.replace(LITERAL, () => `_packed[${next++}]`);
      const from = path.relative(path.dirname(id), 'utils/quotes/unpack.ts').split(path.sep).join('/');
      return {
        code: `import { unpack } from './${from}';\nconst _packed = unpack(${JSON.stringify(rules)}, ${JSON.stringify(packed)}).split('${PART}');\n${body}`,
        map: null,
      };
    },
  };
}
