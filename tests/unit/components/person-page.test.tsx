// @vitest-environment jsdom
import type { ComponentProps } from 'preact';
import { expect, it, vi } from 'vitest';
import { PersonPage, StatementItem } from '../../../components/people/PersonPage.tsx';
import type { QuoteInArticle } from '../../../utils/library/view-types.ts';
import { idle } from './gallery/idle.ts';
import { sampleRow } from './gallery/library-cases.ts';
import { sampleQuote } from './gallery/samples.ts';
import { STORY } from './gallery/story-cases.tsx';
import { show } from './render.tsx';

const statement = (index: number, text: string, title: string, also: QuoteInArticle[] = []) => ({
  fullest: said(index, text, title),
  also,
  firstAt: Math.min(...[said(index, '', ''), ...also].map(({ quote }) => quote.saidAt)),
});

const said = (index: number, text: string, title: string) => ({
  article: sampleRow({ id: `a${index}`, title }),
  quote: {
    ...sampleQuote({ text, resolvedSpeaker: 'Ada Holm' }),
    articleId: `a${index}`,
    index,
    speakerKey: 'ada holm',
    saidAt: Date.UTC(2026, 1, index + 1),
  },
});

const ADA = { id: 'ada holm', name: 'Ada Holm', role: null, keys: ['ada holm'], articles: 3 };

const showPerson = (change: Partial<ComponentProps<typeof PersonPage>>) =>
  show(
    <PersonPage
      person={ADA}
      statements={[]}
      coQuoted={[]}
      stories={[]}
      hrefOfStory={(id) => `#stories/${id}`}
      hrefOfPerson={() => '#'}
      {...idle('onNotPerson onOpenPerson onExport')}
      hrefOf={() => '#'}
      {...idle('onBack onRename onSplit')}
      {...change}
    />,
  );

it('says when the article of a statement was updated', async () => {
  const { article, quote } = said(0, 'The Café stays open', 'Quay');
  const updated = { ...article, publishedAt: '2026-02-01', modifiedAt: '2026-03-04' };
  const item = await show(
    <StatementItem
      statement={{ fullest: { article: updated, quote }, also: [], firstAt: quote.saidAt }}
      searchWords=""
      hrefOf={() => '#'}
    />,
  );
  expect(item.text()).toContain('updated 4 March 2026');
});

it('searches what one person said, in any case and with any accents, and in which article', async () => {
  const page = await showPerson({
    statements: [
      statement(0, 'The Café stays open', 'Quay'),
      statement(1, 'Nobody asked us', 'Ferry'),
      statement(2, 'It is ours', 'Café life'),
    ],
  });
  const quotes = (): string[] =>
    [...page.root.querySelectorAll('blockquote')].map((quote) => quote.textContent ?? '');
  expect(quotes()).toHaveLength(3);
  await page.type('Search what they said', 'CAFE');
  expect(quotes()).toEqual(['“The Café stays open”', '“It is ours”']);
  expect(page.root.querySelector('blockquote mark')?.textContent).toBe('Café');
  // The figures are those of what is found: above, and in the bars below the quotes.
  const [quote, bars] = ['blockquote', '.months'].map((part) => page.root.querySelector(part));
  expect(quote?.compareDocumentPosition(bars as Element)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(page.root.querySelector('.library__amount')?.textContent).toBe('2 quotes · 2 articles');
  expect(page.root.querySelector('.months figcaption')?.textContent).toContain('2 quotes');
  await page.type('Search what they said', 'zeppelin');
  expect(quotes()).toEqual([]);
  expect(page.text()).toContain('None of their quotes contain “zeppelin”.');
});

it('spells the other names of a person as papers do, and parts one of them', async () => {
  const onSplit = vi.fn();
  const person = {
    id: 'p1',
    name: 'Ada Holm',
    role: null,
    keys: ['ada holm', 'adele o holm'],
    spelt: ['Ada Holm', 'Adèle O. Holm'],
    articles: 2,
  };
  const page = await showPerson({
    person,
    onSplit,
  });
  expect(page.root.querySelector('.person__names')?.textContent).toBe('Also quoted as Adèle O. Holm');
  await page.click('“Adèle O. Holm” is someone else');
  expect(onSplit).toHaveBeenCalledWith('adele o holm', 'Adèle O. Holm');
});

it('shows a statement once, tells of the other articles, and reads in either order of time', async () => {
  const page = await showPerson({
    statements: [
      statement(9, 'We begin tomorrow', 'Begun'),
      statement(4, 'The wall will stand', 'Wall', [
        said(3, 'The wall … will stand', 'Walled'),
        said(5, 'The wall will stand', 'Stone'),
      ]),
    ],
    hrefOf: (article, quote) => `#${article}-${quote}`,
  });
  const quotes = (): string[] =>
    [...page.root.querySelectorAll('blockquote')].map((quote) => quote.textContent ?? '');
  expect(page.text()).toContain('2 quotes');
  expect(quotes()).toEqual(['“We begin tomorrow”', '“The wall will stand”']);
  expect(page.text()).toContain('First reported on 4 February 2026');
  await page.click('Oldest first');
  expect(quotes()).toEqual(['“The wall will stand”', '“We begin tomorrow”']);
  const also = page.root.querySelectorAll('details');
  expect(also).toHaveLength(1);
  expect(also[0]?.querySelector('summary')?.textContent).toBe('Also in 2 articles');
  expect([...(also[0]?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
    '#a3-3',
    '#a5-5',
  ]);
  // Also by the headline of a later article.
  await page.type('Search what they said', 'stone');
  expect(quotes()).toEqual(['“The wall will stand”']);
});

it('lists the stories in which a person is quoted', async () => {
  const page = await showPerson({ stories: [STORY] });
  expect(page.control(STORY.title).getAttribute('href')).toBe('#stories/harbour');
});
