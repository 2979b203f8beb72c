// @vitest-environment jsdom

import type { ComponentProps } from 'preact';
import { expect, it, vi } from 'vitest';
import { PersonPage, StatementItem } from '../../../../components/people/PersonPage.tsx';
import { Panel } from '../../../../components/quotes/Panel.tsx';
import type { QuoteInArticle } from '../../../../utils/library/view-types.ts';
import { summariseSpeakers } from '../../../../utils/quotes/speakers/people/summarise-speakers.ts';
import { idle } from '../gallery/idle.ts';
import { sampleRow, sampleSaid } from '../gallery/library-cases.ts';
import { PANEL_CASES, panelPage, panelProps } from '../gallery/panel-cases.ts';
import { ARTICLE, VOICES } from '../gallery/samples.ts';
import { STORY } from '../gallery/story-cases.tsx';
import { show } from '../render.tsx';

const panelWith = (...change: Parameters<typeof panelProps>) => <Panel {...panelProps(...change)} />;

const GOES_BACK = 'Back to where you were';

it('shows every quote in order of the text before it is known who said it', async () => {
  const { page } = panelProps();
  if (page.kind !== 'article') throw new Error('not an article');
  const { quotes } = page.article;
  const waiting = {
    ...page,
    article: { ...page.article, quotes: [], voices: [] },
    pendingQuotations: quotes,
  };
  const panel = await show(panelWith({ page: waiting }));
  const words = [...panel.root.querySelectorAll('.quote .verbatim')].map((quote) => quote.textContent);
  expect(words).toEqual(quotes.map(({ text }) => text));
  expect(panel.text()).not.toContain('Speaker unclear');
});

it('tells whom somebody speaks of, and which words the paper itself pulled out', async () => {
  const panel = await show(panelWith());
  expect(panel.text().match(/Mentions [^0-9]*?Ilse Kwabena/g)).toEqual([
    'Mentions Mirela Tandoori-Falk and Ilse Kwabena',
  ]);
  expect(panel.text().match(/used as a pull quote/g)).toHaveLength(1);
});

it('narrows down to what the user types, marks it, and says how many', async () => {
  vi.useFakeTimers();
  const panel = await show(panelWith());
  await panel.type('Filter quotes', 'ferry');
  expect([...panel.root.querySelectorAll('.quote mark')].map((mark) => mark.textContent)).toEqual([
    'ferry',
    'ferry',
  ]);
  await vi.advanceTimersByTimeAsync(1000);
  await panel.press('Shift');
  vi.useRealTimers();
  expect(panel.announced()).toBe('2 quotes found');
  await panel.type('Filter quotes', 'submarine');
  expect(panel.text()).toContain('No quotes contain “submarine”.');
  await panel.click('Clear');
  expect(panel.root.querySelectorAll('.quote')).toHaveLength(6);
});

it('jumps, and leads back to where the user was', async () => {
  const onJumpBack = vi.fn();
  const panel = await show(panelWith({ onJumpBack }));
  expect(panel.has(GOES_BACK)).toBe(false);
  await panel.click(/^There is money/);
  await panel.click(GOES_BACK);
  expect(onJumpBack).toHaveBeenCalled();
  expect(panel.has(GOES_BACK)).toBe(false);
});

it('leaves the quote marked that was jumped to, while others are pointed at', async () => {
  const onMark = vi.fn();
  const panel = await show(panelWith({ onMark }));
  await panel.click(/^There is money/);
  const other = panel.control(/^We asked for a second tug/);
  other.focus();
  expect(onMark).toHaveBeenLastCalledWith(1);
  other.blur();
  expect(onMark).toHaveBeenLastCalledWith(2);
  await panel.click(GOES_BACK);
  other.focus();
  other.blur();
  expect(onMark).toHaveBeenLastCalledWith(null);
});

it('says with each button which quote it belongs to, and with each quote who said it', async () => {
  const panel = await show(panelWith());
  const described = (selector: string): string[] =>
    [...panel.root.querySelectorAll(selector)].map((one) =>
      (one.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(', '),
    );
  const quotes = [...panel.root.querySelectorAll('.quote__jump')].map((one) => one.textContent);
  expect(quotes.length).toBeGreaterThan(1);
  expect(described('.quote .copy-button')).toEqual(quotes);
  expect(described('.quote-menu .icon-button')).toEqual(quotes);
  expect(described('.quote__jump')[0]).toBe('Mirela Tandoori-Falk, Paragraph 3 · said');
  expect(described('.quote__jump').at(-1)).toContain('Speaker unclear');
});

it('offers no way back from a quote that is not there', async () => {
  const panel = await show(panelWith({ onJump: async () => false }));
  await panel.click(/^There is money/);
  expect(panel.announced()).toBe('This quote is no longer on the page.');
  expect(panel.has(GOES_BACK)).toBe(false);
});

it('lists a crowd in part, the rest on demand', async () => {
  const props = PANEL_CASES.crowd;
  if (props === undefined) throw new Error('no case');
  const panel = await show(<Panel {...props} />);
  expect(panel.root.querySelectorAll('.voice-row')).toHaveLength(2);
  await panel.click('10 more speakers');
  expect(panel.root.querySelectorAll('.voice-row')).toHaveLength(12);
});

it.each([
  ['noQuotes', 'Nobody is quoted word for word in this article.'],
  ['reading', 'This is a long page. Still reading…'],
  ['notArticle', 'These are search results.'],
  ['failed', 'The page is larger than Offprint can read.'],
  ['noAccess', 'Offprint cannot see this page'],
])('when %s, says “%s”', async (name, words) => {
  const props = PANEL_CASES[name];
  if (props === undefined) throw new Error(name);
  const panel = await show(<Panel {...props} />);
  expect(panel.text()).toContain(words);
});

it('keeps a page that is no article, and takes back “Treat as article” where it failed', async () => {
  const saving = {
    state: { kind: 'unsaved' } as const,
    onSave: vi.fn(),
    onCancelSave: vi.fn(),
    onRead: vi.fn(),
  };
  const panel = await show(<Panel {...panelProps()} {...PANEL_CASES.notArticle} saveProps={saving} />);
  await panel.click('Save this page anyway');
  expect(saving.onSave).toHaveBeenCalledWith(false);
  const onDontTreat = vi.fn();
  const tab = { url: ARTICLE.url, title: ARTICLE.title };
  const page = { kind: 'failed', tab, message: 'No text.', isUserDecision: true } as const;
  await panel.again(panelWith({ page, saveProps: saving, onUndoTreatAsArticle: onDontTreat }));
  await panel.click('Save this page anyway');
  expect(saving.onSave).toHaveBeenCalledTimes(2);
  await panel.click('Don’t treat as article');
  expect(onDontTreat).toHaveBeenCalledOnce();
});

it('copies a quote in the form that is asked for', async () => {
  const onCopy = vi.fn(async () => true);
  const panel = await show(panelWith({ onCopy }));
  await panel.click('More for this quote');
  expect(document.activeElement?.textContent).toBe('Copy the text only');
  await panel.press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('Copy link to the quote');
  await panel.click('Copy with APA reference');
  expect(onCopy).toHaveBeenCalledWith([0], 'apa');
  await panel.press('Escape');
  expect(panel.has('Copy with APA reference')).toBe(false);
});

it('asks who said a quote, and offers the other quotes of the same speaker, none of them ticked', async () => {
  const onCorrect = vi.fn(async () => true);
  const panel = await show(panelWith({ onCorrect }));
  await panel.click('More for this quote');
  await panel.click('Correct the speaker…');
  await vi.waitFor(() => expect(panel.text()).toContain('Also correct other quotes by Mirela Tandoori-Falk'));
  const boxes = [...panel.root.querySelectorAll<HTMLInputElement>('.sheet input[type=checkbox]')];
  expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
  expect(boxes[0]?.closest('label')?.textContent).toContain('We asked for a second tug in March');
  await panel.click(/^Osric Vandermolen/);
  await panel.click('Save correction');
  expect(onCorrect).toHaveBeenLastCalledWith({ indices: [0], speaker: 'Osric Vandermolen' });
  expect(panel.announced()).toBe('Speaker corrected');

  await panel.click('More for this quote');
  await panel.click('Correct the speaker…');
  await panel.click(/^We asked .*…$/);
  await panel.click(/^Osric Vandermolen/);
  await panel.click('Save correction');
  expect(onCorrect).toHaveBeenLastCalledWith({ indices: [0, 1], speaker: 'Osric Vandermolen' });
  expect(panel.announced()).toBe('Speakers of 2 quotes corrected');
});

it('corrects a role for everything that the person said, and ticks the rest of a statement', async () => {
  const onCorrect = vi.fn(async () => true);
  const { page } = panelProps();
  if (page.kind !== 'article') throw new Error('not an article');
  const spoken = page.article.quotes[0];
  const theirs = page.article.quotes.flatMap(({ resolvedSpeaker }, at) =>
    resolvedSpeaker === spoken?.resolvedSpeaker ? [at] : [],
  );
  const quotes = page.article.quotes.map((quote, at) =>
    at === theirs[1] ? { ...quote, group: spoken?.group ?? 0 } : quote,
  );
  const article = { ...page.article, quotes, voices: summariseSpeakers(quotes) };
  const panel = await show(panelWith({ page: { ...page, article }, onCorrect }));
  await panel.click('More for this quote');
  await panel.click('Correct the speaker…');
  await vi.waitFor(() => expect(panel.has('Role (optional)')).toBe(true));
  const boxes = [...panel.root.querySelectorAll<HTMLInputElement>('.sheet input[type=checkbox]')];
  expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
  await panel.type('Role (optional)', ' pilot of the port ');
  await panel.click('Save correction');
  expect(onCorrect).toHaveBeenLastCalledWith({
    indices: theirs,
    speaker: 'Mirela Tandoori-Falk',
    role: 'pilot of the port',
  });
});

it('keeps sources without a name apart from people, under a heading of their own', async () => {
  const [first, mayor, union, unclear] = VOICES;
  if (!first || !mayor || !union || !unclear) throw new Error('voices');
  const voices = [first, mayor, { ...union, name: 'two officials', role: null, unnamed: true }, unclear];
  const article = { ...ARTICLE, voices };
  const panel = await show(panelWith({ page: panelPage(article) }));
  await panel.click('2 more speakers');
  const lists = [...panel.root.querySelectorAll('.voice-summary ul')];
  expect(lists.map((list) => list.querySelectorAll('li').length)).toEqual([2, 1, 1]);
  const heading = panel.root.querySelector(`#${CSS.escape(lists[1]?.getAttribute('aria-labelledby') ?? '')}`);
  expect(heading?.textContent).toBe('Unnamed sources');
  expect(lists[1]?.textContent).toContain('two officials');
  await panel.click(/^two officials/);
  expect(panel.root.querySelectorAll('.quote-group')).toHaveLength(1);
});

it('marks a name that is only probable, says why in one click, and lets the user confirm it', async () => {
  const { page } = panelProps();
  if (page.kind !== 'article') throw new Error('not an article');
  const quotes = page.article.quotes.map((quote, at) =>
    at === 2 ? { ...quote, sureness: 'probably' as const, role: null } : quote,
  );
  const article = { ...page.article, quotes, voices: summariseSpeakers(quotes) };
  const onCorrect = vi.fn(async () => true);
  const panel = await show(panelWith({ page: { ...page, article }, onCorrect }));
  await panel.click('Probably Osric Vandermolen');
  await vi.waitFor(() => expect(panel.text()).toContain('names like this one were right'));
  await panel.click('Yes, that’s right');
  expect(onCorrect).toHaveBeenCalledWith({ indices: [2], speaker: 'Osric Vandermolen' });
});

const statement = (index: number, text: string, title: string, repeats: QuoteInArticle[] = []) => ({
  mostComplete: said(index, text, title),
  repeats,
  firstPublishedAt: Math.min(...[said(index, '', ''), ...repeats].map(({ quote }) => quote.saidAt)),
});

const said = (index: number, text: string, title: string) =>
  sampleSaid(
    sampleRow({ id: `a${index}`, title }),
    { text, resolvedSpeaker: 'Ada Holm' },
    { index, saidAt: Date.UTC(2026, 1, index + 1) },
  );

const ADA = { id: 'ada holm', name: 'Ada Holm', role: null, keys: ['ada holm'], articleCount: 3 };

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
      {...idle('onOpenSpeakerSheet onBack onRename onSplit')}
      {...change}
    />,
  );

it('says when the article of a statement was updated', async () => {
  const { article, quote } = said(0, 'The Café stays open', 'Quay');
  const updated = { ...article, publishedAt: '2026-02-01', modifiedAt: '2026-03-04' };
  const item = await show(
    <StatementItem
      statement={{ mostComplete: { article: updated, quote }, repeats: [], firstPublishedAt: quote.saidAt }}
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
  // The figures are those of what is found.
  expect(page.root.querySelector('.library__amount')?.textContent).toBe('2 quotes · 2 articles');
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
    spellings: ['Ada Holm', 'Adèle O. Holm'],
    articleCount: 2,
  };
  const page = await showPerson({ person, onSplit });
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
