import type { QuotedSpan } from './extract/quoted-span.ts';
import type { Quote } from './types.ts';

/**
 * Puts quotes together again that were read as pieces, so that the clause between them names the speaker: «A – said X –
 * B» is one quote, as printed. The piece with the surest speaker lends its speaker.
 *
 * @param spans of each quote
 */
export function joinPieces(text: string, quotes: readonly Quote[], spans: readonly QuotedSpan[]): Quote[] {
  const joined: Quote[] = [];
  let utterance: number | undefined;
  for (const [i, quote] of quotes.entries()) {
    const before = joined.at(-1);
    const own = spans[i]?.utterance;
    if (!before || own === undefined || own !== utterance) {
      joined.push(quote);
      utterance = own;
      continue;
    }
    const { start } = before;
    const { end } = quote;
    const surer = quote.resolvedSpeaker !== null && before.resolvedSpeaker === null ? quote : before;
    const about = [...new Set([...(before.about ?? []), ...(quote.about ?? [])])].filter(
      (name) => name !== surer.resolvedSpeaker,
    );
    const { about: _, ...rest } = surer;
    const pulledOut = before.pulledOut || quote.pulledOut;
    joined[joined.length - 1] = {
      ...rest,
      ...(about.length > 0 && { about }),
      ...(pulledOut && { pulledOut }),
      text: text.slice(start, end),
      start,
      end,
      group: before.group,
    };
  }
  return joined;
}
