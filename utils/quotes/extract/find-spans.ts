import type { Lexicon } from '../model/types.ts';
import { reachToClause } from './clause-paragraphs.ts';
import { splitIncises } from './incises.ts';
import { findQuotedSpans } from './quotation-marks.ts';
import type { QuotedSpan } from './quoted-span.ts';
import { findSetApart } from './set-apart.ts';
import { findSingleSpans } from './single-marks.ts';
import { findDashSpeech } from './speech-dashes.ts';
import { findTurns } from './transcripts.ts';

/** Every way of setting speech apart, outermost spans only, in order of the text and without overlaps. */
export function findSpans(text: string, lexicon: Lexicon): QuotedSpan[] {
  const hasDashes = lexicon.code === 'und' || lexicon.data.speechDashes;
  const plain = findQuotedSpans(text);
  const marked = splitIncises(text, plain, lexicon);
  const others = hasDashes ? findDashSpeech(text, lexicon) : [];
  for (const span of findSingleSpans(text, marked)) others.push(span);
  for (const span of findTurns(text)) others.push(span);
  for (const span of findSetApart(text, lexicon)) others.push(span);
  const all = [...marked, ...others].sort((a, b) => a.outerStart - b.outerStart || b.outerEnd - a.outerEnd);
  const spans: QuotedSpan[] = [];
  let end = 0;
  for (const span of all) {
    if (span.outerStart < end) continue;
    const whole = lexicon.data.speechDashes ? reachToClause(text, span, lexicon) : span;
    spans.push(whole);
    end = whole.outerEnd;
  }
  return spans;
}
