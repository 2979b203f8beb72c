// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Popup, type PopupProps } from '../../../components/popup/Popup.tsx';
import { type AfterSaveProps, SaveActions, type SaveState } from '../../../components/popup/SaveActions.tsx';
import type { Verdict } from '../../../utils/article/types.ts';
import type { Quote } from '../../../utils/quotes/types.ts';
import { idle } from './gallery/idle.ts';
import { POPUP_CASES, popupProps } from './gallery/popup-cases.ts';
import { ARTICLE, QUOTES } from './gallery/samples.ts';
import { show } from './render.tsx';

const popupWith = (...change: Parameters<typeof popupProps>) => <Popup {...popupProps(...change)} />;

const tab = { url: ARTICLE.url, title: ARTICLE.title };
const article = (change: Partial<typeof ARTICLE>) =>
  ({ kind: 'article', tab, article: { ...ARTICLE, ...change }, hidden: [], clutterOn: true }) as const;

const hiddenCase = (change: Partial<PopupProps>) => ({ ...popupProps(), ...POPUP_CASES.hidden, ...change });

it('says why a quote has its name, and lets the user correct it there', async () => {
  const onCorrect = vi.fn(async () => true);
  const popup = await show(popupWith({ onCorrect }));
  await popup.click(/^Mirela Tandoori-Falk/);
  await vi.waitFor(() => expect(popup.has('Correct the speaker…')).toBe(true));
  await popup.click('Correct the speaker…');
  await vi.waitFor(() => expect(popup.has('Role (optional)')).toBe(true));
  await popup.click('Someone else');
  await popup.type('Full name', 'Tove Brandt');
  await popup.type('Role (optional)', 'pilot');
  await popup.click('Save correction');
  const [[correction] = []] = onCorrect.mock.calls as unknown as [[{ speaker: string; role: string }]];
  expect(correction).toMatchObject({ speaker: 'Tove Brandt', role: 'pilot' });
});

it('on an article tells source, date, reading time, headline and byline', async () => {
  const popup = await show(popupWith());
  expect(popup.text()).toContain('The Nordholm Courier');
  expect(popup.text()).toContain('14 November 2026');
  expect(popup.text()).toContain('3 min');
  expect(popup.root.querySelector('h1')?.textContent).toBe(ARTICLE.title);
  expect(popup.text()).toContain('Tamsin Okparaebo and Lars Wennerholm');
});

it('on an article has a byline in another script on the side of the headline', async () => {
  const page = article({ dir: 'rtl', byline: 'Tamsin Okparaebo' });
  const popup = await show(popupWith({ page }));
  for (const part of ['.headline', '.byline'])
    expect(popup.root.querySelector(part)?.closest('[dir]')?.getAttribute('dir'), part).toBe('rtl');
});

it('on an article edits its details next to the byline, ahead of what may need scrolling', async () => {
  const onEditDetails = vi.fn();
  const popup = await show(popupWith({ onEditDetails }));
  await popup.click('Edit details');
  expect(onEditDetails).toHaveBeenCalledOnce();
  await popup.again(popupWith({ onEditDetails, page: article({ byline: null }) }));
  const names = [...popup.root.querySelectorAll('button')].map(
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  );
  expect(names.slice(0, 4)).toEqual(['Library', 'Options', 'Edit details', 'Save']);
});

it('on an article says that another article from this address stays beside the one that was saved', async () => {
  const save = { kind: 'saved', articleId: 'a', savedAt: 0 } as const;
  const popup = await show(popupWith({ save: { ...save, isSeparate: true } }));
  expect(popup.text()).toContain('Saved as a separate article');
  await popup.again(popupWith({ save }));
  expect(popup.text()).not.toContain('Saved as a separate article');
});

it('on an article shows the article, and what is quoted in it, before it is known by whom', async () => {
  const page = { ...article({ quotes: [], voices: [] }), pendingQuotations: QUOTES };
  const popup = await show(popupWith({ page }));
  expect(popup.root.querySelector('h1')?.textContent).toBe(ARTICLE.title);
  expect(popup.root.querySelectorAll('.key-quotes .quote')).toHaveLength(3);
  expect(popup.text()).toContain(QUOTES[1]?.text.slice(0, 30));
  expect(popup.text()).not.toContain('No quotes');
  expect(popup.root.querySelector('.quote button')).toBeNull();
  await popup.again(popupWith());
  expect(popup.root.querySelector('[aria-busy]')).toBeNull();
  expect(popup.root.querySelector('.attribution')).not.toBeNull();
});

it('on an article keeps the words of a quote apart from the marks around them', async () => {
  const popup = await show(popupWith());
  const jump = popup.root.querySelector('.quote__jump');
  expect(jump?.childNodes).toHaveLength(1);
  expect(jump?.firstElementChild?.className).toBe('verbatim');
});

it('on an article says that the article has more pages, and gets them when asked', async () => {
  const onDownloadAll = vi.fn();
  const pages = { state: { kind: 'unsaved', page: 1, total: 5 } as const, onDownloadAll };
  const popup = await show(popupWith({ pages }));
  expect(popup.text()).toContain('This is page 1 of 5.');
  await popup.click('Save all 5 pages');
  expect(onDownloadAll).toHaveBeenCalledOnce();
});

it('on an article says that a speaker is unclear, with the words of the text where a verb ties them to the quote', async () => {
  const [quote] = QUOTES.slice(4, 5);
  const shownAs = async (evidence: Quote['evidence']) =>
    (await show(popupWith({ page: article({ quotes: quote ? [{ ...quote, evidence }] : [] }) }))).text();
  expect(await shownAs('cue')).toContain('Speaker unclear, the text says “one captain”');
  expect(await shownAs('same-paragraph')).toContain('Speaker unclear');
  expect(await shownAs('same-paragraph')).not.toContain('one captain');
});

it('on an article cuts a long quote at a clause and shows the whole on demand', async () => {
  const quotes = QUOTES.slice(5);
  const popup = await show(popupWith({ page: article({ quotes }) }));
  expect(popup.has(quotes[0]?.text ?? '')).toBe(false);
  expect(popup.has(/ferry and the grain…$|is every sign that it will…$/)).toBe(true);
  await popup.click('Show the whole quote');
  expect(popup.has(quotes[0]?.text ?? '')).toBe(true);
});

it('on an article jumps to the quote that was clicked, and says whether it is still there', async () => {
  const onJump = vi.fn(async (index: number) => index === 0);
  const popup = await show(popupWith({ onJump }));
  await popup.click(/^The ice came/);
  expect(onJump).toHaveBeenLastCalledWith(0);
  expect(popup.announced()).toBe('Shown on the page.');
  await popup.click(/^There is money/);
  expect(onJump).toHaveBeenLastCalledWith(2);
  expect(popup.announced()).toBe('This quote is no longer on the page.');
});

it('on an article copies with citation and says so, also when the browser refuses', async () => {
  const onCopy = vi.fn(async () => true);
  const popup = await show(popupWith({ onCopy }));
  await popup.click('Copy with citation');
  expect(onCopy).toHaveBeenCalledWith(0);
  expect(popup.announced()).toBe('Copied with its citation.');
  await popup.again(popupWith({ onCopy: async () => false }));
  await popup.click('Copy with citation');
  expect(popup.announced()).toMatch(/did not allow copying/);
});

it('on an article goes from quote to quote with the arrow keys and copies with c', async () => {
  const onCopy = vi.fn(async () => true);
  const popup = await show(popupWith({ onCopy }));
  await popup.press('ArrowDown');
  await popup.press('ArrowDown');
  expect(document.activeElement?.textContent).toMatch(/^There is money/);
  await popup.press('c');
  expect(onCopy).toHaveBeenCalledWith(2);
});

it('on an article saves with a key, once', async () => {
  const onSave = vi.fn();
  const popup = await show(popupWith({ onSave }));
  await popup.press('s');
  expect(onSave).toHaveBeenCalledWith(false);
  await popup.again(popupWith({ onSave, save: { kind: 'saving' } }));
  await popup.click('Saving…');
  expect(onSave).toHaveBeenCalledTimes(1);
});

it('on an article asks first in a private window', async () => {
  const onSave = vi.fn();
  const onCancelSave = vi.fn();
  const popup = await show(popupWith({ onSave, onCancelSave, save: { kind: 'askPrivate' } }));
  expect(popup.text()).toContain('This is a private window');
  await popup.click('Save anyway');
  expect(onSave).toHaveBeenCalledWith(true);
  await popup.click('Don’t save');
  expect(onCancelSave).toHaveBeenCalled();
});

it.each([
  ['saved', 'Saved'],
  ['changed', 'The page has changed since you saved it on 20 November 2026.'],
  ['saveFailed', 'Not saved. The disk is full.'],
  ['long', 'This page shows only the beginning of the article.'],
  ['noQuotes', 'Nobody is quoted in this article.'],
])('on an article when %s, says “%s”', async (name, words) => {
  const props = POPUP_CASES[name];
  if (props === undefined) throw new Error(name);
  const popup = await show(<Popup {...props} />);
  expect(popup.text()).toContain(words);
});

it('what was hidden is listed on demand, and each item or all can be brought back', async () => {
  const onSetHidden = vi.fn();
  const onOutline = vi.fn();
  const popup = await show(popupWith({ onSetHidden, onOutline }));
  expect(popup.text()).not.toContain('Get the Courier in your inbox');
  await popup.click('3 boxes hidden');
  expect(popup.text()).toContain('Newsletter forms');
  expect(popup.text()).toContain('Get the Courier in your inbox');
  await popup.click('Show');
  expect(onSetHidden).toHaveBeenLastCalledWith(1, false);
  await popup.click('Hide');
  expect(onSetHidden).toHaveBeenLastCalledWith(3, true);
  await popup.click('Show all');
  expect(onSetHidden).toHaveBeenLastCalledWith('all', false);
});

it('what was hidden can be kept for good, and a rule of the user’s can be forgotten', async () => {
  const onNeverHide = vi.fn();
  const popup = await show(<Popup {...hiddenCase({ onNeverHide })} />);
  await popup.click('5 boxes hidden');
  await popup.click('Never hide');
  expect(onNeverHide).toHaveBeenLastCalledWith(1);
  await popup.click('Remove rule');
  expect(onNeverHide).toHaveBeenLastCalledWith(5);
});

it('what was hidden says what was done last, with the way back as a button and as a key', async () => {
  const onUndo = vi.fn();
  const undo = { message: '2 boxes shown again.', onUndo, onMakePermanent: null, onDismiss: vi.fn() };
  const popup = await show(<Popup {...hiddenCase({ undo })} />);
  expect(popup.text()).toContain('2 boxes shown again.');
  await popup.click('Undo');
  await popup.press('u');
  expect(onUndo).toHaveBeenCalledTimes(2);
});

it('what was hidden is decided kind by kind for the site', async () => {
  const onKind = vi.fn();
  const popup = await show(popupWith({ onToggleKind: onKind }));
  await popup.click('3 boxes hidden');
  expect(popup.text()).not.toContain('What is hidden on courier.example');
  await popup.click('Choose what to hide');
  expect(popup.text()).toContain('What is hidden on courier.example');
  expect(popup.text()).toContain('CommentsOnly here');
  await popup.click(/^Share buttons/);
  expect(onKind).toHaveBeenLastCalledWith('share-bar', true);
  await popup.click(/^Comments/);
  expect(onKind).toHaveBeenLastCalledWith('comments', false);
});

it('what was hidden says that hiding is paused since the page kept reloading itself, and hides anyway when told to', async () => {
  const onHideAnyway = vi.fn();
  const popup = await show(popupWith({ onHideAnyway, page: { ...article({}), clutterPaused: true } }));
  expect(popup.text()).toContain('This page kept reloading itself');
  await popup.click('Hide anyway');
  expect(onHideAnyway).toHaveBeenCalledOnce();
});

it('elsewhere says why a page is an article to whoever doubts it', async () => {
  const verdict: Verdict = { isArticle: true, reason: 'articleProse', score: 3, count: 12 };
  const popup = await show(popupWith({ onOverride: vi.fn(), page: { ...article({}), verdict } }));
  await popup.click('Not an article?');
  expect(popup.text()).toContain('There is continuous text to read: 12 paragraphs.');
});

it('elsewhere says why a page is no article, and lets the user override that', async () => {
  const onTreatAsArticle = vi.fn();
  const onOpenSaved = vi.fn();
  const props = POPUP_CASES.notArticle;
  if (props === undefined) throw new Error('no case');
  const popup = await show(
    <Popup {...props} onTreatAsArticle={onTreatAsArticle} onOpenSaved={onOpenSaved} />,
  );
  expect(popup.text()).toContain('This is the front page of the site.');
  await popup.click('Treat as article');
  expect(onTreatAsArticle).toHaveBeenCalled();
  await popup.click(/^Grain ship turned back/);
  expect(onOpenSaved).toHaveBeenCalledWith('a');
});

it('elsewhere keeps a page that is no article when the user says so, and tells how that went', async () => {
  const onSave = vi.fn();
  const props = { ...popupProps(), ...POPUP_CASES.notArticle, onSave };
  const popup = await show(<Popup {...props} />);
  await popup.click('Save this page anyway');
  expect(onSave).toHaveBeenCalledWith(false);
  await popup.press('s');
  expect(onSave).toHaveBeenCalledTimes(2);
  expect(popup.has('Read')).toBe(false);
  await popup.again(<Popup {...props} save={{ kind: 'failed', message: 'There is no text.' }} />);
  expect(popup.root.querySelector('[role="alert"]')?.textContent).toContain('There is no text.');
  await popup.again(<Popup {...props} save={{ kind: 'askPrivate' }} />);
  await popup.click('Save anyway');
  expect(onSave).toHaveBeenLastCalledWith(true);
  await popup.again(<Popup {...props} save={{ kind: 'saved', articleId: 'a', savedAt: 0 }} />);
  expect(popup.has('Saved')).toBe(true);
  expect(popup.has('Save this page anyway')).toBe(false);
});

it('elsewhere says why “Treat as article” failed, and takes it back right there', async () => {
  const onOverride = vi.fn();
  const onSave = vi.fn();
  const page = {
    kind: 'failed',
    tab: { title: 'Lamps', url: 'https://chandlery.example/' },
    message: 'No text.',
  } as const;
  const popup = await show(popupWith({ page: { ...page, isUserDecision: true }, onOverride, onSave }));
  expect(popup.root.querySelector('[role="alert"]')?.textContent).toContain('No text.');
  await popup.click('Save this page anyway');
  expect(onSave).toHaveBeenCalledWith(false);
  await popup.click('Don’t treat as article');
  expect(onOverride).toHaveBeenCalledWith('site', null);
  await popup.again(popupWith({ page, onOverride }));
  expect(popup.has('Don’t treat as article')).toBe(false);
  await popup.again(popupWith({ page: { ...page, isUserDecision: true }, onOverride: null }));
  expect(popup.has('Don’t treat as article')).toBe(false);
});

it.each([
  ['noAccess', 'Allow on this site'],
  ['browserPage', 'Extensions cannot read the browser’s own pages'],
  ['failed', 'The page is larger than Offprint can read.'],
  ['siteOff', 'You turned Offprint off for courier.example.'],
  ['reading', 'Reading this page…'],
])('elsewhere when %s, says “%s”', async (name, words) => {
  const props = POPUP_CASES[name];
  if (props === undefined) throw new Error(name);
  const popup = await show(<Popup {...props} />);
  expect(popup.text()).toContain(words);
});

it('elsewhere names each site that its button turns on', async () => {
  const url = 'https://m.courier.example/ice';
  const off = ['https://courier.example/ice'];
  const page = { kind: 'siteOff', tab: { url, title: '' }, canonicalUrl: null } as const;
  const popup = await show(popupWith({ page: { ...page, addresses: off } }));
  expect(popup.has('Turn on for courier.example')).toBe(true);
  await popup.again(popupWith({ page: { ...page, addresses: [url, ...off] } }));
  expect(popup.text()).toContain('You turned Offprint off for m.courier.example and courier.example.');
  expect(popup.has('Turn on for m.courier.example and courier.example')).toBe(true);
});

it('elsewhere shows hostile words as words', async () => {
  const title = '<img src=x onerror="document.title=\'hit\'">';
  const popup = await show(popupWith({ page: article({ title, byline: title }) }));
  expect(popup.root.querySelector('img')).toBeNull();
  expect(popup.text()).toContain(title);
});

it('says how many tabs of the window have been dealt with, and takes no second click', async () => {
  const onSave = vi.fn();
  const popup = await show(
    popupWith({
      saveWindow: { state: { kind: 'saving', done: 3, total: 12 }, selectedTabs: null, onSave },
    }),
  );
  await popup.click(/^Saving all articles in this window… 3 of 12$/);
  expect(onSave).not.toHaveBeenCalled();
});

it('names the tabs that could not be saved, and why; of very many the first', async () => {
  const failed = Array.from({ length: 7 }, (_, i) => ({ title: `Tab ${i + 1}`, reason: 'It did not load.' }));
  const state = { kind: 'saved', saved: 2, notArticles: 1, failed } as const;
  const popup = await show(popupWith({ saveWindow: { state, selectedTabs: null, onSave: () => undefined } }));
  expect(popup.text()).toMatch(/2 articles saved\. 1 tab is not an article\. 7 could not be saved\./);
  expect(popup.text()).toContain('Tab 5 It did not load.');
  expect(popup.text()).not.toContain('Tab 6');
});

it('one press saves and opens the tags', async () => {
  const [onSave, onOpen] = [vi.fn(), vi.fn()];
  const idle = (): void => undefined;
  const afterSave: AfterSaveProps = {
    ...{ details: null, open: null, onOpen, onUndo: null, onTag: idle, onList: idle, onNewList: idle },
    ...{ onSaveNote: idle, onNoteDraft: idle, onRead: idle },
  };
  const actions = (state: SaveState) => (
    <SaveActions
      {...{
        state,
        onSave,
        isPreview: false,
        hasQuotes: false,
        onCancelSave: idle,
        onRead: idle,
        onAllQuotes: idle,
      }}
      afterSave={state.kind === 'saved' ? afterSave : null}
    />
  );
  const shown = await show(actions({ kind: 'unsaved' }));
  await shown.click('Save with tags');
  expect(onSave).toHaveBeenCalledWith(false);
  await shown.again(actions({ kind: 'saving' }));
  expect(onOpen).not.toHaveBeenCalled();
  await shown.again(actions({ kind: 'saved', articleId: 'a', savedAt: 0 }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('tags');
  // A later save by another button opens nothing.
  await shown.again(actions({ kind: 'unsaved' }));
  await shown.again(actions({ kind: 'saved', articleId: 'a', savedAt: 0 }));
  expect(onOpen).toHaveBeenCalledOnce();
});

const READY = 'Ready for your other devices';
const WAITING = 'Not on your other devices yet';

const textOf = async (state: SaveState): Promise<string> => {
  const screen = await show(
    <SaveActions
      state={state}
      isPreview={false}
      hasQuotes={false}
      {...idle('onSave onCancelSave onRead onAllQuotes')}
    />,
  );
  return screen.text();
};
const saved = { kind: 'saved', articleId: 'a', savedAt: 0 } as const;

it('says in words whether a save is ready for the other devices', async () => {
  expect(await textOf({ ...saved, synced: 'there' })).toContain(READY);
  expect(await textOf({ ...saved, synced: 'waiting' })).toContain(WAITING);
  expect(await textOf({ ...saved, kind: 'changed', synced: 'there' })).toContain(READY);
});

it('says nothing of that where sync is not set up, or nothing is saved', async () => {
  for (const state of [saved, { ...saved, synced: null }, { kind: 'unsaved' } as const])
    expect(await textOf(state)).not.toContain('other devices');
});

it('counts a box once that the page has put in several times, and says how often at its entry', async () => {
  const box = { id: 1, kind: 'newsletter-form', reason: 'asksEmail', text: 'The Skerry letter' } as const;
  const page = { ...article({}), hidden: [{ ...box, hidden: true, copies: 12 }] };
  const popup = await show(popupWith({ page }));
  await popup.click(/^1 sign-up box hidden/);
  const items = popup.root.querySelectorAll('.hidden-item');
  expect(items).toHaveLength(1);
  expect(items[0]?.textContent).toContain('The Skerry letter×12');
  expect(items[0]?.querySelector('[title]')?.getAttribute('title')).toBe('The page has put it in 12 times.');
});
