import type { Plugin } from 'vite';

/** Files that hold nothing but lists of words. */
const WORD_FILES =
  /\/utils\/quotes\/languages\/(?:english|ukrainian|german|french|spanish|italian|polish|portuguese|given-names)\.ts$/;
/** A list, as the value of a property or a constant; shorter ones are not worth a place in the table. */
const LIST = /([=:]\s*)(?:`([^`$\\]*)`|'([^'\n\\]{12,})')/g;
/** Characters that need no escape, and of which the lists don't use most. */
const SIGNS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (sign) => !'`\\$\'"'.includes(sign),
);
/** Longest piece that gets a sign at once; longer ones grow out of shorter ones. */
const LONGEST = 3;
/** Bytes that a sign must save to be worth its entry. */
const WORTHWHILE = 4;

const bytes = (text: string): number => Buffer.byteLength(text);

/** The piece whose replacement by one sign saves most, or null. */
function bestPiece(text: string): string | null {
  const counts = new Map<string, number>();
  for (let length = 2; length <= LONGEST; length++) {
    for (let i = 0; i + length <= text.length; i++) {
      const piece = text.slice(i, i + length);
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
  }
  let best: string | null = null;
  let most = WORTHWHILE;
  for (const [piece, count] of counts) {
    const saved = count * (bytes(piece) - 1) - bytes(piece) - 2;
    if (saved <= most || piece.includes('\n')) continue;
    best = piece;
    most = saved;
  }
  return best;
}

/** Lists of words, with frequent pieces as signs (byte-pair encoding); `unpackWords` gives them back. */
export function packLists(lists: readonly string[]): { table: string; packed: string } {
  const text = lists.join('\n');
  const entries: string[] = [];
  let packed = text;
  for (const sign of SIGNS) {
    if (text.includes(sign)) continue;
    const piece = bestPiece(packed);
    if (piece === null) break;
    packed = packed.replaceAll(piece, sign);
    entries.push(sign + piece);
  }
  const table = entries.join('\t');
  return { table, packed };
}

/** The source of a file of word lists, with its lists packed. */
export function packWordFile(source: string): string {
  const lists: string[] = [];
  const code = source.replace(
    LIST,
    (_, mark: string, long: string | undefined, short: string | undefined) => {
      lists.push((long ?? short ?? '').trim().replace(/\s+/g, ' '));
      return `${mark}/* @__PURE__ */ listAt(${lists.length - 1})`;
    },
  );
  const { table, packed } = packLists(lists);
  return `import { unpackWords } from './unpack-words.ts';
const listAt = /* @__PURE__ */ unpackWords(${JSON.stringify(table)}, ${JSON.stringify(packed)});
${code}`;
}

/** Word lists are written to be read; what is shipped is a third smaller. */
export function packWords(): Plugin {
  return {
    name: 'pack-words',
    enforce: 'pre',
    transform: (source, id) => (WORD_FILES.test(id) ? { code: packWordFile(source), map: null } : null),
  };
}
