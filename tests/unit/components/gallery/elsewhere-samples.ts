/** The same words in other invented articles. */
import type { QuoteInArticle } from '../../../../utils/library/view-types.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';
import { sampleRow } from './library-cases.ts';
import { sampleQuote } from './samples.ts';

/** A quote as three other papers have it: shortened the day before, with other words, and under another name. */
export function placesOf({ text, resolvedSpeaker, role }: Quote): QuoteInArticle[] {
  const said = (
    id: string,
    siteName: string,
    day: number,
    quote: Parameters<typeof sampleQuote>[0],
  ): QuoteInArticle => ({
    article: sampleRow({
      id,
      title: `Ice in Nordholm, day ${day}`,
      siteName,
      host: `${id}.example`,
      lang: 'en',
      dir: 'ltr',
    }),
    quote: {
      ...sampleQuote(quote),
      articleId: id,
      index: 1,
      speakerKey: '',
      saidAt: Date.UTC(2026, 10, day),
    },
  });
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
