import type { Lexicon } from './lexicon.ts';
import { findQuotedSpans, type QuotedSpan } from './quotation-marks.ts';
import { findSetApart } from './set-apart.ts';
import { findSingleSpans } from './single-marks.ts';
import { findTurns } from './transcripts.ts';

/** Every way of setting speech apart, outermost spans only, in order of the text and without overlaps. */
export function findSpans(text: string, lexicon: Lexicon): QuotedSpan[] {
  const { findDashSpeech, splitIncises } = lexicon.data;
  const plain = findQuotedSpans(text);
  const marked = splitIncises?.(text, plain, lexicon) ?? plain;
  const dashed = findDashSpeech?.(text, lexicon) ?? [];
  const others = [
    ...dashed,
    ...findSingleSpans(text, marked),
    ...findTurns(text),
    ...findSetApart(text, lexicon),
  ];
  if (others.length === 0) return marked;
  const all = [...marked, ...others].sort((a, b) => a.outerStart - b.outerStart || b.outerEnd - a.outerEnd);
  const spans: QuotedSpan[] = [];
  let end = 0;
  for (const span of all) {
    if (span.outerStart < end) continue;
    spans.push(span);
    end = span.outerEnd;
  }
  return spans;
}
