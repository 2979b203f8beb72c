/** One phrase, folded and cut at its gaps. */
interface CompiledPhrase {
  bit: number;
  parts: readonly string[];
  atStart: boolean;
  atEnd: boolean;
}

/** Phrases by their first three characters; made by `compilePhrases`. */
export type PhraseIndex = ReadonlyMap<string, readonly CompiledPhrase[]>;

/** A phrase that can match nothing, or everything. */
export class PhraseError extends Error {
  override name = 'PhraseError';
}

const KEY_LENGTH = 3;
const GAP_LENGTH = 40;
const BAR = 124;

/**
 * Brings text into the form in which phrases are compared: lower case, no accents, words parted by one space,
 * sentences by ` | `, with both at the ends too.
 */
export function foldText(text: string): string {
  let folded = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside ASCII is what is asked for.
  if (/[^\x00-\x7f]/.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '')
      .replace(/[.!?:;|•·»«"“”„()\n–—…]+/g, ' | ')
      .replace(/[^\p{L}\p{N}|+/]+/gu, ' ');
  } else {
    folded = folded.replace(/[.!?:;|"()\n]+/g, ' | ').replace(/[^a-z0-9|+/]+/g, ' ');
  }
  return `| ${folded.trim()} |`.replace(/\|[ |]+\|/g, '|');
}

function compilePhrase(source: string, bit: number): CompiledPhrase {
  let text = source.trim();
  const atStart = text.startsWith('^');
  if (atStart) text = text.slice(1);
  const atEnd = text.endsWith('$');
  if (atEnd) text = text.slice(0, -1);
  const parts: string[] = [];
  for (const piece of text.replaceAll('* ', '*…').split('…')) {
    const open = piece.trimEnd().endsWith('*');
    const words = foldText(piece).replaceAll('|', '').trim();
    if (words.length < 2) throw new PhraseError(`Too short to tell anything: "${source}"`);
    parts.push(open ? words : `${words} `);
  }
  return { bit, parts, atStart, atEnd };
}

/**
 * Puts the phrases of several books under their beginnings.
 *
 * @param names the cues in the order of their bits, at most 30
 * @throws PhraseError where a phrase is too short to mean anything
 */
export function compilePhrases<Name extends string>(
  names: readonly Name[],
  books: readonly Readonly<Record<Name, readonly string[]>>[],
): PhraseIndex {
  const index = new Map<string, CompiledPhrase[]>();
  for (const book of books) {
    names.forEach((name, bit) => {
      for (const source of book[name]) {
        const phrase = compilePhrase(source, 1 << bit);
        const key = (phrase.parts[0] ?? '').slice(0, KEY_LENGTH);
        const list = index.get(key);
        if (list) list.push(phrase);
        else index.set(key, [phrase]);
      }
    });
  }
  return index;
}

function matchesAt(folded: string, start: number, phrase: CompiledPhrase): boolean {
  if (phrase.atStart && folded.charCodeAt(start - 2) !== BAR) return false;
  let end = start;
  let first = true;
  for (const part of phrase.parts) {
    if (first) {
      if (!folded.startsWith(part, start)) return false;
      end = start + part.length;
      first = false;
      continue;
    }
    const window = folded.slice(end - 1, end + GAP_LENGTH + part.length);
    const at = window.indexOf(` ${part}`);
    if (at < 0 || window.slice(0, at + 1).includes('|')) return false;
    end += at + part.length;
  }
  return !phrase.atEnd || folded.charCodeAt(end) === BAR;
}

/** Which cues a folded text has, as bits in the order of the names it was compiled with. */
export function matchPhrases(folded: string, index: PhraseIndex): number {
  let bits = 0;
  for (let at = 2; at > 0 && at < folded.length; at = folded.indexOf(' ', at) + 1) {
    const phrases = index.get(folded.slice(at, at + KEY_LENGTH));
    if (phrases === undefined) continue;
    for (const phrase of phrases) {
      if ((bits & phrase.bit) === 0 && matchesAt(folded, at, phrase)) bits |= phrase.bit;
    }
  }
  return bits;
}
