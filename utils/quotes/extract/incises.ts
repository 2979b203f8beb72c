import type { Lexicon } from '../model/types.ts';
import type { QuotedSpan } from './quoted-span.ts';
import { inverts, reports } from './reporting-clauses.ts';

/** The dash that closes the clause may have the mark behind it that the quote would have had: «A – said X –, B». */
const DASH_INCISE =
  /(?:,|(?<=[\p{L}\p{N}!?….’”)]))\s[–—-]\s([^–—"«»„“”\n]{3,160}?)[,.]?\s[–—-](?:\s|[,.;:!?…]\s)/gu;
/** A clause ends at a comma, or at a full stop that belongs to no short form. */
const COMMA_INCISE = /,\s([^,–—"«»„“”\n]{3,60}?)(?:,|(?<!\b\p{Lu}\p{Ll}{0,3})\.)\s/gu;

/** Words of a clause with commas in it among which its verb must stand: it is often no clause, but a list. */
const AT_ONCE = 2;

const isSetOff = (clause: string, lexicon: Lexicon): boolean =>
  reports(clause, lexicon, clause.includes(',') ? AT_ONCE : undefined);

/**
 * Parts quotes whose speaker stands inside their marks («We are tired, – said Reed, – but we stay») into what was
 * said before and after. Where clauses are set off by commas alone, only a short one that begins with its verb counts.
 */
function splitAt(
  pattern: RegExp,
  isClause: (clause: string, lexicon: Lexicon) => boolean,
  text: string,
  spans: readonly QuotedSpan[],
  lexicon: Lexicon,
): QuotedSpan[] {
  return spans.flatMap((span) => {
    const inner = text.slice(span.start, span.end);
    const pieces: QuotedSpan[] = [];
    let start = span.start;
    let outerStart = span.outerStart;
    for (const match of inner.matchAll(pattern)) {
      if (!isClause(match[1] ?? '', lexicon)) continue;
      const end = span.start + match.index;
      if (end <= start) continue;
      pieces.push({ ...span, start, end, outerStart, outerEnd: end });
      start = end + match[0].length;
      outerStart = start;
    }
    if (pieces.length === 0) return [span];
    if (start < span.end) pieces.push({ ...span, start, outerStart });
    return pieces.length > 1
      ? pieces.map((piece) => ({ ...piece, utterance: span.utterance ?? span.start }))
      : pieces;
  });
}

/**
 * Where dashes set the clause off («A, – said X, – B»), and in some languages commas alone («A, said X, B»). English has
 * no such clauses, and the clauses of languages without words here can't be told.
 */
export function splitIncises(
  text: string,
  spans: readonly QuotedSpan[],
  lexicon: Lexicon,
): readonly QuotedSpan[] {
  if (lexicon.code === 'en' || lexicon.code === 'und') return spans;
  const parted = splitAt(DASH_INCISE, isSetOff, text, spans, lexicon);
  return lexicon.data.commaIncises ? splitAt(COMMA_INCISE, inverts, text, parted, lexicon) : parted;
}
