import { describe, expect, it } from 'vitest';
import { citeApa, citeChicago, citeQuote } from '../../../../utils/quotes/cite/cite-quote.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';

const TEXT = 'The ice came early. “We asked for a second tug,” said Mirela Tandoori-Falk.';
const ARTICLE = {
  url: 'https://courier.example/2026/11/ice',
  title: 'Ferry service stops',
  siteName: 'The Nordholm Courier',
  byline: 'By Osric Vandermolen and Ilse B. Kwabena',
  publishedAt: '2026-11-20T09:00:00Z',
  lang: 'en',
  text: TEXT,
};
const START = TEXT.indexOf('We asked');
const QUOTE = {
  start: START,
  end: START + 'We asked for a second tug'.length,
  text: 'We asked for a second tug',
  speaker: 'Mirela Tandoori-Falk',
  resolvedSpeaker: 'Mirela Tandoori-Falk',
} as Quote;

describe('a quote with its reference', () => {
  it('is written as APA has it', () => {
    expect(citeApa(QUOTE, ARTICLE)).toBe(
      '“We asked for a second tug” (Mirela Tandoori-Falk, as quoted in Vandermolen & Kwabena, 2026)\n\n' +
        'Vandermolen, O., & Kwabena, I. B. (2026, November 20). Ferry service stops. The Nordholm Courier. https://courier.example/2026/11/ice',
    );
  });

  it('gives agencies no initials, and does without author, date and speaker', () => {
    expect(citeApa(QUOTE, { ...ARTICLE, byline: 'Nordholm News Agency' })).toContain(
      'as quoted in Nordholm News Agency, 2026)',
    );
    const bare = { ...ARTICLE, byline: null, publishedAt: null };
    expect(citeApa({ ...QUOTE, speaker: null, resolvedSpeaker: null }, bare)).toBe(
      '“We asked for a second tug” (The Nordholm Courier, n.d.)\n\n' +
        'Ferry service stops. (n.d.). The Nordholm Courier. https://courier.example/2026/11/ice',
    );
  });

  it('keeps to what is known of a date', () => {
    expect(citeApa(QUOTE, { ...ARTICLE, publishedAt: '2026' })).toContain('(2026). Ferry');
  });

  it('is written as Chicago has it, with a link that opens at the quote', () => {
    expect(citeChicago(QUOTE, ARTICLE)).toMatch(
      /^“We asked for a second tug”\n\nMirela Tandoori-Falk, quoted in Osric Vandermolen and Ilse B\. Kwabena, “Ferry service stops,” The Nordholm Courier, November 20, 2026, https:\/\/courier\.example\/2026\/11\/ice#:~:text=/,
    );
  });

  it('has the date of an update where the style wants it', () => {
    const updated = { ...ARTICLE, publishedAt: '2012-11-20T09:00:00Z', modifiedAt: '2026-01-25' };
    const apa = citeApa(QUOTE, updated);
    expect(apa).toContain('Vandermolen & Kwabena, 2026)');
    expect(apa).toContain('(2026, January 25). Ferry service stops.');
    expect(citeChicago(QUOTE, updated)).toContain('November 20, 2012, updated January 25, 2026, https:');
    expect(citeQuote(QUOTE, updated, 'plain')).toContain('November 20, 2012, updated January 25, 2026\n');
    expect(citeQuote(QUOTE, { ...updated, lang: 'de' }, 'markdown')).toContain(
      '20. November 2012, aktualisiert am 25. Januar 2026',
    );
    const sameDay = { ...ARTICLE, modifiedAt: '2026-11-20T18:00:00Z' };
    for (const cite of [citeApa, citeChicago]) expect(cite(QUOTE, sameDay)).toBe(cite(QUOTE, ARTICLE));
  });

  it('never has two full stops in a row', () => {
    const sentence = 'We asked for a second tug.';
    const text = `“${sentence}” So said Mirela Tandoori-Falk.`;
    const whole = { ...QUOTE, start: 1, end: 1 + sentence.length, text: sentence };
    expect(citeChicago(whole, { ...ARTICLE, text })).not.toMatch(/\.\./);
    const incorporated = { ...ARTICLE, url: '', siteName: 'Nordholm Media Inc.', publishedAt: null };
    expect(citeChicago(QUOTE, incorporated)).toMatch(/[^.]\.$/);
    expect(citeApa(QUOTE, incorporated)).toContain('Nordholm Media Inc. ');
  });
});
