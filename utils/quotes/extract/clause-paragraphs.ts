import { AUX, OBJECT_PRONOUN, PERSON, PRONOUN, TITLE } from '../model/lexicon.ts';
import type { Lexicon } from '../model/types.ts';
import type { QuotedSpan } from './quoted-span.ts';
import { sentenceFrom } from './reporting-clauses.ts';

/** A dash in front of a clause, and the clause in small letters. */
const CLAUSE = /^\s*(?:[—–―−-]\s*)?(?=\p{Ll})/u;
/** What may stand between a quote and a clause in the paragraph below. */
const BREAK = /^[,.…]?[^\S\n]*\n\s*/;
/** Characters that a clause may have. */
const LONGEST = 160;
/** Words that may stand in front of its verb: auxiliaries and pronouns. */
const BEFORE_VERB = 2;
/** The last dash of a paragraph, with the clause behind it. */
const LAST_DASH = /[,!?…\p{L}\p{N})]["”»]?(\s[—–―−-]\s)(?=\p{Ll}[^—–―−\n]*$)/u;
const MARKS = /["“”„«»]/;
/** Words that a paragraph has before its clause. */
const SHORTEST = 6;

/** The words of a clause from its verb of speech on; null where none opens it. */
function wordsFromVerb(clause: string, lexicon: Lexicon): string[] | null {
  const opening = CLAUSE.exec(clause)?.[0];
  if (opening === undefined) return null;
  const sentence = sentenceFrom(clause.slice(opening.length));
  if (sentence.length > LONGEST) return null;
  const words = sentence.match(/[\p{L}’'-]+/gu) ?? [];
  for (let i = 0; i <= BEFORE_VERB; i++) {
    const word = words[i] ?? '';
    if (word === '' || word !== word.toLowerCase()) return null;
    if (lexicon.isCue(word)) return words.slice(i);
    if ((lexicon.classOf(word) & (AUX | OBJECT_PRONOUN)) === 0) return null;
  }
  return null;
}

/** Is a paragraph the clause of the quote above it ("– said Reed.")? */
export function isClauseParagraph(body: string, lexicon: Lexicon): boolean {
  return wordsFromVerb(body, lexicon) !== null;
}

/** A quote whose clause stands in the paragraph below reaches up to it, so that both are read as one sentence. */
export function reachToClause(text: string, span: QuotedSpan, lexicon: Lexicon): QuotedSpan {
  const gap = BREAK.exec(text.slice(span.outerEnd, span.outerEnd + 20))?.[0];
  if (gap === undefined) return span;
  const at = span.outerEnd + gap.length;
  if (!isClauseParagraph(text.slice(at, at + 2 * LONGEST).split('\n')[0] ?? '', lexicon)) return span;
  return { ...span, outerEnd: at };
}

/**
 * "We stay, all of us, – said Reed.": a paragraph without marks that ends in a clause with its subject is speech up to
 * the dash. Without a comma in front of the dash it may be a remark.
 *
 * @param style whether the article sets speech with dashes elsewhere
 * @returns where the speech ends, or -1
 */
export function endOfUnmarked(body: string, lexicon: Lexicon, style: boolean): number {
  if (MARKS.test(body)) return -1;
  const match = LAST_DASH.exec(body);
  const gap = match?.[1];
  if (!match || gap === undefined) return -1;
  const at = match.index + match[0].length - gap.length;
  if (!style && !/[,!?…]["”»]?$/.test(body.slice(0, at))) return -1;
  const clause = body.slice(at + gap.length);
  if (/[.!?…]\s+\p{Lu}\p{L}*\s+\p{Ll}/u.test(clause)) return -1;
  const [, ...behind] = wordsFromVerb(clause, lexicon) ?? [];
  const names = behind.some(
    (word) => word !== word.toLowerCase() || (lexicon.classOf(word) & (PERSON | TITLE | PRONOUN)) !== 0,
  );
  return names && (body.slice(0, at).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= SHORTEST ? at : -1;
}
