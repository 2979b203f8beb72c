/** Validates quotes that come from a tab's process, which the page shares. */
import * as v from 'valibot';
import { COUNT_LIMITS, LINE_LIMITS, TEXT_LIMIT } from '../text/limits.ts';
import { count, line, lineOrNull, Share } from '../text/line-schemas.ts';
import type { Quotation, Quote } from './types.ts';

const Offset = count(TEXT_LIMIT);

/** Names of people: limited in number, each on one line. */
const NamesSchema = v.pipe(
  v.array(line(LINE_LIMITS.speaker)),
  v.transform((names) => names.slice(0, COUNT_LIMITS.about)),
);

const OffsetRange = v.tuple([Offset, Offset]);
const SpeakerOffsetsSchema = v.object({
  speaker: v.exactOptional(OffsetRange),
  cue: v.exactOptional(OffsetRange),
  named: v.exactOptional(OffsetRange),
});

const QuoteSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(TEXT_LIMIT)),
  start: Offset,
  end: Offset,
  group: count(COUNT_LIMITS.words),
  speaker: lineOrNull(LINE_LIMITS.speaker),
  resolvedSpeaker: lineOrNull(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  cue: lineOrNull(LINE_LIMITS.cue),
  via: lineOrNull(LINE_LIMITS.via),
  evidence: v.picklist(['cue', 'same-sentence', 'same-paragraph', 'continues', 'before', 'none', 'user']),
  confidence: Share,
  sureness: v.exactOptional(v.nullable(v.picklist(['plain', 'probably']))),
  key: Share,
  pulledOut: v.exactOptional(v.boolean()),
  about: v.exactOptional(NamesSchema),
  unnamed: v.exactOptional(v.boolean()),
  places: v.exactOptional(SpeakerOffsetsSchema),
}) satisfies v.GenericSchema<unknown, Quote>;

/** The quotes of an article, up to a maximum number. */
export const QuotesSchema = v.pipe(
  v.array(QuoteSchema),
  v.transform((quotes) => quotes.slice(0, COUNT_LIMITS.quotes)),
);

/** Makes quotes from a page's text safe to show: names become clean lines, and their number is limited. */
export function cleanQuotes(quotes: readonly Quote[]): Quote[] {
  return v.parse(QuotesSchema, quotes);
}

/** Whether a quote matches the text at its offsets exactly. */
export function isVerbatim({ text, start, end }: Quotation, articleText: string): boolean {
  return start < end && end <= articleText.length && articleText.slice(start, end) === text;
}
