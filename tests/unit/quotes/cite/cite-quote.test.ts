import { describe, expect, it, test } from 'vitest';
import {
  type CitedArticle,
  citeApa,
  citeChicago,
  citeQuote,
} from '../../../../utils/quotes/cite/cite-quote.ts';
import { textFragmentUrl } from '../../../../utils/quotes/cite/text-fragment.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';
import { makeQuote } from '../../library/make-article.ts';
import { isBalanced } from '../../transfer/read-strictly.ts';

const text = '“The pier [is] closed,” Lindqvist said on Tuesday.';
const quote: Quote = {
  ...makeQuote('The pier [is] closed', 'Mara Lindqvist', 1),
  ...{ speaker: 'Lindqvist', role: 'mayor of Ellery', confidence: 0.9 },
};
const article: CitedArticle = {
  url: 'https://ellery-post.example/pier?from=front',
  canonicalUrl: 'https://ellery-post.example/pier',
  title: 'Pier closed (again)',
  siteName: 'Ellery Post',
  publishedAt: '2025-03-04T22:30:00Z',
  lang: 'en-GB',
  text,
};

it('copying a quote with its source plain', () =>
  expect(citeQuote(quote, article, 'plain')).toBe(
    '“The pier [is] closed” — Mara Lindqvist, mayor of Ellery\nPier closed (again), Ellery Post, 4 March 2025\nhttps://ellery-post.example/pier#:~:text=The%20pier%20%5Bis%5D%20closed',
  ));

it('copying a quote with its source markdown keeps brackets from ending the link', () => {
  const cited = citeQuote(
    quote,
    { ...article, canonicalUrl: 'https://ellery-post.example/pier_(old)' },
    'markdown',
  );
  expect(cited).toContain('> “The pier \\[is\\] closed”');
  expect(cited).toContain('(https://ellery-post.example/pier_%28old%29#:~:text=');
});

it('copying a quote with its source uses the marks of the language', () => {
  expect(citeQuote(quote, { ...article, lang: 'de' }, 'plain')).toMatch(/^„The pier \[is\] closed“/);
  expect(citeQuote(quote, { ...article, lang: 'uk' }, 'plain')).toMatch(/^«The pier \[is\] closed»/);
  expect(citeQuote(quote, { ...article, lang: 'fr-CA' }, 'plain')).toMatch(/^«\u202FThe pier/);
});

it('copying a quote with its source leaves out what is not known', () => {
  const bare = citeQuote(
    { ...quote, speaker: null, resolvedSpeaker: null, role: null },
    { ...article, siteName: null, publishedAt: 'someday', lang: 'not a tag!' },
    'plain',
  );
  expect(bare.split('\n').slice(0, 2)).toEqual(['“The pier [is] closed”', 'Pier closed (again)']);
});

it.each(['it', 'He', 'the mayor', 'Lindqvist'])(
  'a citation of somebody who is not known names nobody, not “%s” either',
  (speaker) => {
    const unclear: Quote = { ...quote, speaker, resolvedSpeaker: null, role: null };
    const plain = citeQuote(unclear, article, 'plain');
    expect(plain.split('\n')[0]).toBe('“The pier [is] closed”');
    expect(citeQuote(unclear, article, 'markdown')).not.toContain(`— ${speaker}`);
    expect(citeApa(unclear, article)).not.toContain('as quoted in');
    expect(citeChicago(unclear, article)).not.toContain('quoted in');
  },
);

it('a citation says that a name is only probable, in the language of the article', () => {
  const probable: Quote = { ...quote, role: null, sureness: 'probably' };
  expect(citeQuote(probable, article, 'plain')).toContain('” — probably Mara Lindqvist\n');
  expect(citeQuote(probable, { ...article, lang: 'de' }, 'plain')).toContain(
    '— wahrscheinlich Mara Lindqvist',
  );
  expect(citeQuote(probable, article, 'markdown')).toContain('— probably Mara Lindqvist, ');
  expect(citeApa(probable, article)).toContain('(probably Mara Lindqvist, as quoted in ');
  expect(citeChicago(probable, article)).toContain('Probably Mara Lindqvist, quoted in ');
});

it.each([
  ['en', 'The pier is shut.\n\n“It will open in May.', '“The pier is shut. It will open in May.”'],
  ['fr', 'Le quai est fermé.\n\n« Il ouvrira en mai.', '«\u202fLe quai est fermé. Il ouvrira en mai.\u202f»'],
  ['de', 'Zu ist zu.\n\n„Im Mai öffnet er.', '„Zu ist zu. Im Mai öffnet er.“'],
  ['en', 'One.\n\n"Two.\n\n"Three "and" four.', '“One. Two. Three "and" four.”'],
  ['en', 'One.\n\n“Two” was a boat.', '“One. “Two” was a boat.”'],
  ['en', 'One.\n\n“Two “little” boats.', '“One. Two “little” boats.”'],
])('a quote that goes on over paragraphs has no stray mark inside (%s): %j', (lang, words, cited) => {
  const long = citeQuote({ ...quote, text: words }, { ...article, lang }, 'plain');
  expect(long.split(' — ')[0]).toBe(cited);
});

const turning = 'a\u2067 b\u202e c\u2069\u2069 \u202bd';
const hostile: CitedArticle = {
  ...article,
  title: turning,
  siteName: turning,
  byline: `${turning} and \u2067Bo Li`,
  url: 'javascript:alert(1)',
  canonicalUrl: 'data:text/html,<script>alert(1)</script>',
  lang: 'constructor',
};
const turned: Quote = { ...quote, text: turning, resolvedSpeaker: turning, role: turning };
const cited = [
  citeQuote(turned, hostile, 'plain'),
  citeQuote(turned, hostile, 'markdown'),
  citeApa(turned, hostile),
  citeChicago(turned, hostile),
];

it('a citation of words that mean harm moves nothing that stands beside them, the closing mark least of all', () => {
  for (const text of cited) {
    expect(isBalanced(text)).toBe(true);
    expect(text).toMatch(/a.? b c.? d”/);
  }
});

it('a citation of words that mean harm has no address but one of the web', () => {
  for (const text of cited) expect(text).not.toMatch(/javascript|data:|\]\(/);
  expect(citeApa(quote, { ...hostile, url: 'https://ellery-post.example/pier' })).toContain(
    'https://ellery-post.example/pier',
  );
});

it('a citation of words that mean harm keeps the blanks that its language sets', () => {
  const french = { ...quote, text: 'Est-ce vrai\u202f? Oui\u00a0: deux' };
  expect(citeQuote(french, { ...article, lang: 'fr' }, 'plain')).toContain(
    '«\u202fEst-ce vrai\u202f? Oui\u00a0: deux\u202f»',
  );
});

it('a citation of words that mean harm is text in Markdown, whatever it says', () => {
  const said = { ...quote, text: '<img src=x onerror=alert(1)> [a](javascript:b) ![c](https://d.example)' };
  const text = citeQuote(said, { ...article, title: '](javascript:alert(1)) <b>' }, 'markdown');
  expect(text).toContain('> “\\<img src=x onerror=alert(1)\\> \\[a\\](javascript:b) !\\[c\\](');
  expect(text).toContain('[\\](javascript:alert(1)) \\<b\\>](https://ellery-post.example/pier#:~:');
});

const TEXT = 'The ice came early. “We asked for a second tug,” said Mirela Tandoori-Falk.';
const ICE: CitedArticle = {
  url: 'https://courier.example/2026/11/ice',
  title: 'Ferry service stops',
  siteName: 'The Nordholm Courier',
  byline: 'By Osric Vandermolen and Ilse B. Kwabena',
  publishedAt: '2026-11-20T09:00:00Z',
  lang: 'en',
  text: TEXT,
};
const SAID = 'We asked for a second tug';
const TUG: Quote = makeQuote(SAID, 'Mirela Tandoori-Falk', TEXT.indexOf(SAID));

it('a quote with its reference is written as APA has it', () =>
  expect(citeApa(TUG, ICE)).toBe(
    '“We asked for a second tug” (Mirela Tandoori-Falk, as quoted in Vandermolen & Kwabena, 2026)\n\n' +
      'Vandermolen, O., & Kwabena, I. B. (2026, November 20). Ferry service stops. The Nordholm Courier. https://courier.example/2026/11/ice',
  ));

it('a quote with its reference gives agencies no initials, and does without author, date and speaker', () => {
  expect(citeApa(TUG, { ...ICE, byline: 'Nordholm News Agency' })).toContain(
    'as quoted in Nordholm News Agency, 2026)',
  );
  const bare = { ...ICE, byline: null, publishedAt: null };
  expect(citeApa({ ...TUG, speaker: null, resolvedSpeaker: null }, bare)).toBe(
    '“We asked for a second tug” (The Nordholm Courier, n.d.)\n\n' +
      'Ferry service stops. (n.d.). The Nordholm Courier. https://courier.example/2026/11/ice',
  );
});

it('a quote with its reference keeps to what is known of a date', () =>
  expect(citeApa(TUG, { ...ICE, publishedAt: '2026' })).toContain('(2026). Ferry'));

it('a quote with its reference is written as Chicago has it, with a link that opens at the quote', () =>
  expect(citeChicago(TUG, ICE)).toMatch(
    /^“We asked for a second tug”\n\nMirela Tandoori-Falk, quoted in Osric Vandermolen and Ilse B\. Kwabena, “Ferry service stops,” The Nordholm Courier, November 20, 2026, https:\/\/courier\.example\/2026\/11\/ice#:~:text=/,
  ));

it('a quote with its reference has the date of an update where the style wants it', () => {
  const updated = { ...ICE, publishedAt: '2012-11-20T09:00:00Z', modifiedAt: '2026-01-25' };
  const apa = citeApa(TUG, updated);
  expect(apa).toContain('Vandermolen & Kwabena, 2026)');
  expect(apa).toContain('(2026, January 25). Ferry service stops.');
  expect(citeChicago(TUG, updated)).toContain('November 20, 2012, updated January 25, 2026, https:');
  expect(citeQuote(TUG, updated, 'plain')).toContain('November 20, 2012, updated January 25, 2026\n');
  expect(citeQuote(TUG, { ...updated, lang: 'de' }, 'markdown')).toContain(
    '20. November 2012, aktualisiert am 25. Januar 2026',
  );
  const sameDay = { ...ICE, modifiedAt: '2026-11-20T18:00:00Z' };
  for (const cite of [citeApa, citeChicago]) expect(cite(TUG, sameDay)).toBe(cite(TUG, ICE));
});

it('a quote with its reference never has two full stops in a row', () => {
  const sentence = 'We asked for a second tug.';
  const text = `“${sentence}” So said Mirela Tandoori-Falk.`;
  const whole = { ...TUG, start: 1, end: 1 + sentence.length, text: sentence };
  expect(citeChicago(whole, { ...ICE, text })).not.toMatch(/\.\./);
  const incorporated = { ...ICE, url: '', siteName: 'Nordholm Media Inc.', publishedAt: null };
  expect(citeChicago(TUG, incorporated)).toMatch(/[^.]\.$/);
  expect(citeApa(TUG, incorporated)).toContain('Nordholm Media Inc. ');
});

describe('text fragment', () => {
  const url = 'https://ellery-post.example/pier';
  const text =
    'Lindqvist said: “Planks, nails and glue - all of it & more.” Nobody left.\n\n“No,” Berg said. “No,” Renner said.\n\n“One.\n\n“Two and three and four and five and six.” The end came.';

  function link(words: string, nth = 0, base = url): string {
    let start = text.indexOf(words);
    for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
    return textFragmentUrl(base, text, { start, end: start + words.length });
  }

  test('links that open at a quote encodes what has a meaning in the directive', () =>
    expect(link('Planks, nails and glue - all of it & more.')).toBe(
      `${url}#:~:text=Planks%2C%20nails%20and%20glue%20%2D%20all%20of%20it%20%26%20more.`,
    ));

  test('links that open at a quote keeps the anchor of the address in front and replaces an older directive', () => {
    expect(link('Nobody left', 0, `${url}#top`)).toMatch(/#top:~:text=/);
    expect(link('Nobody left', 0, `${url}#top:~:text=old`)).toMatch(/#top:~:text=.*Nobody/);
    expect(link('Nobody left', 0, `${url}#:~:text=old`)).toBe(link('Nobody left'));
  });

  test('links that open at a quote adds neighbours to words that stand there twice', () => {
    expect(link('No', 1)).not.toBe(link('No', 2));
    expect(link('No', 2)).toContain('-,');
  });

  test('links that open at a quote goes from start to end across paragraphs', () =>
    expect(link('One.\n\n“Two and three and four and five and six.')).toBe(
      `${url}#:~:text=One.,and%20four%20and%20five%20and%20six.`,
    ));

  test('links that open at a quote leaves the address alone without words, and takes broken characters', () => {
    expect(textFragmentUrl(url, text, { start: 3, end: 3 })).toBe(url);
    expect(textFragmentUrl(url, 'x \uD800 y', { start: 0, end: 5 })).toContain(':~:text=');
  });

  test('links that open at a quote leaves out soft hyphens, which browsers do not search', () => {
    const german = '„Die Hafen\u00ADverwaltung schweigt“, sagte Berg.';
    expect(textFragmentUrl(url, german, { start: 1, end: german.indexOf('“') })).toBe(
      `${url}#:~:text=Die%20Hafenverwaltung%20schweigt`,
    );
  });

  test('links that open at a quote keeps clear of thin spaces and of the words they join', () => {
    const french =
      'La maire a dit : «\u202FNous attendrons encore le printemps\u202F!\u202F» avant de partir.';
    const start = french.indexOf('Nous');
    expect(textFragmentUrl(url, french, { start, end: french.indexOf('!') + 1 })).toBe(
      `${url}#:~:text=attendrons%20encore%20le`,
    );
  });

  test('links that open at a quote tells the quote from a headline with the same words, in whatever case', () => {
    const body = 'The wall is old. “The sea takes it back,” Sander told the college.';
    const quote = { start: body.indexOf('The sea'), end: body.indexOf(',”') };
    expect(textFragmentUrl(url, body, quote)).toBe(`${url}#:~:text=The%20sea%20takes%20it%20back`);
    expect(textFragmentUrl(url, body, quote, 'THE SEA TAKES IT BACK')).toContain('-,The%20sea');
  });
});
