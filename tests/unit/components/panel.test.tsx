// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Panel } from '../../../components/quotes/Panel.tsx';
import { summariseVoices } from '../../../utils/quotes/speakers/people/summarise-voices.ts';
import { PANEL_CASES, panelProps } from './gallery/panel-cases.ts';
import { ARTICLE, VOICES, WHY } from './gallery/samples.ts';
import { show } from './render.tsx';

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
  const panel = await show(<Panel {...panelProps({ page: waiting })} />);
  const words = [...panel.root.querySelectorAll('.quote .verbatim')].map((quote) => quote.textContent);
  expect(words).toEqual(quotes.map(({ text }) => text));
  expect(panel.text()).not.toContain('Speaker unclear');
});

it('tells whom somebody speaks of, and which words the paper itself pulled out', async () => {
  const panel = await show(<Panel {...panelProps()} />);
  expect(panel.text().match(/Mentions [^0-9]*?Ilse Kwabena/g)).toEqual([
    'Mentions Mirela Tandoori-Falk and Ilse Kwabena',
  ]);
  expect(panel.text().match(/used as a pull quote/g)).toHaveLength(1);
});

it('narrows down to what the user types, marks it, and says how many', async () => {
  vi.useFakeTimers();
  const panel = await show(<Panel {...panelProps()} />);
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
  const panel = await show(<Panel {...panelProps({ onJumpBack })} />);
  expect(panel.has(GOES_BACK)).toBe(false);
  await panel.click(/^There is money/);
  await panel.click(GOES_BACK);
  expect(onJumpBack).toHaveBeenCalled();
  expect(panel.has(GOES_BACK)).toBe(false);
});

it('leaves the quote marked that was jumped to, while others are pointed at', async () => {
  const onMark = vi.fn();
  const panel = await show(<Panel {...panelProps({ onMark })} />);
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
  const panel = await show(<Panel {...panelProps()} />);
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
  expect(described('.quote-menu > button')).toEqual(quotes);
  expect(described('.quote__jump')[0]).toBe('Mirela Tandoori-Falk, Paragraph 3 · said');
  expect(described('.quote__jump').at(-1)).toContain('Speaker unclear');
});

it('offers no way back from a quote that is not there', async () => {
  const panel = await show(<Panel {...panelProps({ onJump: async () => false })} />);
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
    onDontSave: vi.fn(),
    onRead: vi.fn(),
  };
  const panel = await show(<Panel {...panelProps()} {...PANEL_CASES.notArticle} saveProps={saving} />);
  await panel.click('Save this page anyway');
  expect(saving.onSave).toHaveBeenCalledWith(false);
  const onDontTreat = vi.fn();
  const page = { kind: 'failed', message: 'No text.', isUserDecision: true } as const;
  await panel.again(
    <Panel {...panelProps({ page, saveProps: saving, onUndoTreatAsArticle: onDontTreat })} />,
  );
  await panel.click('Save this page anyway');
  expect(saving.onSave).toHaveBeenCalledTimes(2);
  await panel.click('Don’t treat as article');
  expect(onDontTreat).toHaveBeenCalledOnce();
  await panel.again(
    <Panel
      {...panelProps({
        page,
        saveProps: saving,
        onUndoTreatAsArticle: onDontTreat,
        managed: { treatAs: 'article' },
      })}
    />,
  );
  expect(panel.has('Don’t treat as article')).toBe(false);
});

it('copies a quote in the form that is asked for', async () => {
  const onCopy = vi.fn(async () => true);
  const panel = await show(<Panel {...panelProps({ onCopy })} />);
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
  const panel = await show(<Panel {...panelProps({ onCorrect })} />);
  await panel.click('More for this quote');
  await panel.click('Correct the speaker…');
  expect(panel.text()).toContain('Also correct other quotes by Mirela Tandoori-Falk');
  const boxes = [...panel.root.querySelectorAll<HTMLInputElement>('.sheet input[type=checkbox]')];
  expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
  expect(boxes[0]?.closest('label')?.textContent).toContain('We asked for a second tug in March');
  await panel.click(/^Osric Vandermolen/);
  await panel.click('Save correction');
  expect(onCorrect).toHaveBeenLastCalledWith([0], 'Osric Vandermolen');
  expect(panel.announced()).toBe('Speaker corrected');

  await panel.click('More for this quote');
  await panel.click('Correct the speaker…');
  await panel.click(/^We asked .*…$/);
  await panel.click(/^Osric Vandermolen/);
  await panel.click('Save correction');
  expect(onCorrect).toHaveBeenLastCalledWith([0, 1], 'Osric Vandermolen');
  expect(panel.announced()).toBe('Speakers of 2 quotes corrected');
});

it('keeps sources without a name apart from people, under a heading of their own', async () => {
  const [first, mayor, union, unclear] = VOICES;
  if (!first || !mayor || !union || !unclear) throw new Error('voices');
  const voices = [first, mayor, { ...union, name: 'two officials', role: null, unnamed: true }, unclear];
  const article = { ...ARTICLE, voices };
  const panel = await show(<Panel {...panelProps({ page: { kind: 'article', article } })} />);
  await panel.click('2 more speakers');
  const lists = [...panel.root.querySelectorAll('.voice-summary ul')];
  expect(lists.map((list) => list.querySelectorAll('li').length)).toEqual([2, 1, 1]);
  const heading = panel.root.querySelector(`#${CSS.escape(lists[1]?.getAttribute('aria-labelledby') ?? '')}`);
  expect(heading?.textContent).toBe('Unnamed sources');
  expect(lists[1]?.textContent).toContain('two officials');
  await panel.click(/^two officials/);
  expect(panel.root.querySelectorAll('.quote-group')).toHaveLength(1);
});

it('says why a quote has its name, from the menu', async () => {
  const { quote, text } = WHY;
  const article = { ...ARTICLE, text, quotes: [quote], voices: summariseVoices([quote]) };
  const panel = await show(<Panel {...panelProps({ page: { kind: 'article', article } })} />);
  await panel.click('More for this quote');
  await panel.click('Why this name?');
  const sheet = panel.root.querySelector('dialog');
  expect([...(sheet?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
    'she',
    'Mirela Tandoori-Falk',
  ]);
  expect(sheet?.textContent).toContain('“said” ties the quote to “she”.');
  expect(sheet?.textContent).toContain('“she” – Mirela Tandoori-Falk was named last:');
  expect(sheet?.textContent).toContain('at least 97 in 100');
  const described = sheet?.getAttribute('aria-describedby') ?? '';
  expect(sheet?.querySelector(`#${CSS.escape(described)}`)?.textContent).toContain('ties the quote');
});

it('marks a name that is only probable, says why in one click, and lets the user confirm it', async () => {
  const { page } = panelProps();
  if (page.kind !== 'article') throw new Error('not an article');
  const quotes = page.article.quotes.map((quote, at) =>
    at === 2 ? { ...quote, sureness: 'probably' as const, role: null } : quote,
  );
  const article = { ...page.article, quotes, voices: summariseVoices(quotes) };
  const onCorrect = vi.fn(async () => true);
  const panel = await show(<Panel {...panelProps({ page: { ...page, article }, onCorrect })} />);
  await panel.click('Probably Osric Vandermolen');
  expect(panel.text()).toContain('names like this one were right');
  await panel.click('Yes, that’s right');
  expect(onCorrect).toHaveBeenCalledWith([2], 'Osric Vandermolen');
});
