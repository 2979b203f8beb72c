// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { formatDate } from '../../../../components/ui/base/format.ts';
import { sanitiseHtml } from '../../../../utils/article/html/sanitise-html.ts';
import { writeDossier } from '../../../../utils/library/stories/dossier.ts';
import type { StoryPage } from '../../../../utils/library/stories/story-views.ts';
import type { QuoteInArticle } from '../../../../utils/library/view-types.ts';
import type { CitationStyle } from '../../../../utils/quotes/cite/cite-quote.ts';
import { htmlToMarkdown } from '../../../../utils/transfer/export/export-markdown.ts';
import type { StoredArticle } from '../../../../utils/transfer/export/export-types.ts';
import { english } from '../../components/gallery/english.ts';
import { sampleRow } from '../../components/gallery/library-cases.ts';
import { makeExport } from '../../transfer/make-export.ts';
import { NASTY } from '../../transfer/nasty-strings.ts';
import { makeQuote } from '../make-article.ts';

const DAY = Date.UTC(2026, 2, 1);
const QUAY = '“We stayed all night,” the pilot said.';
const NOT = '“We stayed two nights,” the pilot said.';

/** A story of two articles that quote the same pilot. */
function makeStory(change: Partial<StoredArticle> = {}, name = 'Ina Holm') {
  const article = (id: string, text: string, words: string, more: Partial<StoredArticle> = {}) => {
    const quote = { ...makeQuote(words, 'Ina Holm', text.indexOf(words)), role: 'pilot' };
    return makeExport({ id, text, quotes: [quote], ...more });
  };
  const first = article('a', QUAY, 'We stayed all night,', change);
  const second = article('b', NOT, 'We stayed two nights,', {
    title: 'Two nights on the quay',
    siteName: 'The Lantern',
    url: 'https://lantern.example/two',
    byline: null,
  });
  const said = (one: typeof first, row: string): QuoteInArticle => ({
    article: sampleRow({ id: row, title: one.title }),
    quote: {
      ...(one.quotes[0] ?? makeQuote('', null, 0)),
      ...{ articleId: row, index: 0, speakerKey: 'ina holm', saidAt: DAY },
    },
  });
  const [one, other] = [said(first, 'a'), said(second, 'b')];
  const page: StoryPage = {
    story: {
      ...{ id: 's', title: first.title, isPinned: false, articleIds: ['a', 'b'] },
      ...{ papers: ['The Paper', 'The Lantern'], from: DAY, to: DAY },
    },
    papers: ['The Paper', 'The Lantern'],
    days: [
      {
        day: DAY,
        events: [
          { kind: 'article', at: DAY, article: one.article, quote: one.quote },
          { kind: 'change', at: DAY, article: other.article, before: DAY },
        ],
      },
    ],
    voices: [
      {
        ...{ personId: 'ina', name, role: 'pilot', isProbable: false, words: [4, 0] },
        statements: [{ mostComplete: one, repeats: [other], firstPublishedAt: DAY }],
      },
    ],
    contradictions: [{ kind: 'number', one, other }],
  };
  return { page, articles: new Map([first, second].map((each) => [each.id, each])) };
}

function write({ page, articles }: ReturnType<typeof makeStory>, style: CitationStyle = 'plain') {
  const request = { page, style, strings: english, formatDate, summary: [], sourcesTitle: 'Sources' };
  const sections = writeDossier(request, articles);
  const { body } = new DOMParser().parseFromString(
    sanitiseHtml(sections.map(({ html }) => html.toString()).join('')),
    'text/html',
  );
  return { sections, body };
}

it('has the chronology, who said what, contradictions and sources, in this order', () => {
  const { sections, body } = write(makeStory());
  expect(sections.map(({ title }) => title)).toEqual([
    'Timeline',
    'Who said what',
    'Contradictions',
    'Sources',
  ]);
  expect(body.textContent).toContain('The Lantern · Article changed · Two nights on the quay');
  expect(body.querySelector('table')?.previousElementSibling?.textContent).toBe(
    'Quoted words by person and source',
  );
  expect([...body.querySelectorAll('tr')].map((row) => row.textContent)).toEqual([
    'PersonThe PaperThe Lantern',
    'Ina Holm4–',
  ]);
  expect(body.textContent).toContain('Also in 1 article: The Lantern (1 March 2026)');
});

it('leaves out what a story does not have, and articles that are gone', () => {
  const story = makeStory();
  story.articles.delete('b');
  const { sections, body } = write({ ...story, page: { ...story.page, contradictions: [], voices: [] } });
  expect(sections.map(({ title }) => title)).toEqual(['Timeline', 'Sources']);
  expect(body.textContent).not.toContain('Two nights');
});

it('cites each quote in the chosen style, with a link that opens at the quote', () => {
  // Below its headline in the chronology a quote needs no source.
  const quotes = (style: CitationStyle): HTMLElement[] => [
    ...write(makeStory(), style).body.querySelectorAll('blockquote'),
  ];
  for (const style of ['plain', 'apa', 'chicago'] as const) {
    expect(quotes(style)[0]?.textContent).toBe('“We stayed all night,” — Ina Holm, pilot');
    expect(quotes(style)[0]?.querySelector('a')).toBeNull();
  }
  const read = (style: CitationStyle): string => quotes(style)[1]?.textContent ?? '';
  expect(read('plain')).toContain('“We stayed all night,” — Ina Holm, pilot');
  expect(read('apa')).toContain('(Ina Holm, as quoted in Holm & Li, 2026)');
  expect(read('apa')).toContain('https://paper.example/2026/quay');
  expect(read('chicago')).toContain('Ina Holm, quoted in Ina Holm and Bo Li');
  for (const style of ['plain', 'chicago'] as const) {
    const link = quotes(style)[1]?.querySelector('a');
    expect(link?.getAttribute('href')).toContain('#:~:text=');
    // Nobody reads the part of the address that finds the words.
    expect(link?.textContent).not.toContain(':~:');
  }
});

it('writes hostile titles and names as text, in HTML and in Markdown', () => {
  // Four at a time, because sanitising takes most of the time.
  for (let at = 0; at < NASTY.length; at += 4) {
    const [title = '', siteName = title, byline = title, name = title] = NASTY.slice(at, at + 4);
    const { body } = write(makeStory({ title, siteName, byline }, name));
    expect(body.querySelector('script, img, iframe, svg, style, form')).toBeNull();
    for (const link of body.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:/);
    expect(htmlToMarkdown(body.innerHTML)).not.toMatch(/(?<!\\)\]\((?!https?:)/);
  }
});

it('keeps the direction and language of a quote apart from those of the document', () => {
  const { body } = write(makeStory({ lang: 'ar', dir: 'rtl', title: 'رصيف الميناء' }));
  const quote = body.querySelector('blockquote');
  expect(quote?.getAttribute('dir')).toBe('rtl');
  expect(quote?.getAttribute('lang')).toBe('ar');
  expect(quote?.textContent).toContain('«We stayed all night,»');
  // A headline can't turn the line around it.
  expect(body.querySelector('p cite bdi')?.textContent).toBe('رصيف الميناء');
});

it('is readable as Markdown', () => {
  const [timeline] = write(makeStory()).sections;
  const markdown = htmlToMarkdown(sanitiseHtml(timeline?.html.toString() ?? ''));
  expect(markdown).toContain('### 1 March 2026');
  expect(markdown).toMatch(/^> “We stayed all night,” — Ina Holm, pilot$/m);
});
