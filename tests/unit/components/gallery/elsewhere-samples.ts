/** The same words in other invented articles. */
import type { QuoteInArticle } from '../../../../utils/library/view-types.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';
import { sampleRow, sampleSaid } from './library-cases.ts';

/** A quote as three other papers have it: shortened the day before, with other words, and under another name. */
export function placesOf({ text, resolvedSpeaker, role }: Quote): QuoteInArticle[] {
  const said = (
    id: string,
    siteName: string,
    day: number,
    quote: Parameters<typeof sampleSaid>[1],
  ): QuoteInArticle => {
    const article = sampleRow({ id, title: `Ice in Nordholm, day ${day}`, siteName, host: `${id}.example` });
    return sampleSaid(article, quote, { index: 1, saidAt: Date.UTC(2026, 10, day) });
  };
  return [
    said('lantern', 'The Evening Lantern', 13, {
      text: `${text.split(' ').slice(0, 12).join(' ')} …`,
      resolvedSpeaker,
      role,
    }),
    said('quarterly', 'Saltwater Quarterly', 15, {
      text: text.replace('six weeks early', 'much too early'),
      resolvedSpeaker,
      role: 'harbour master',
    }),
    said('islander', 'The Islander', 16, { text, resolvedSpeaker: 'Osric Vandermolen', role: 'Mayor' }),
  ];
}
