// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ArticleItem } from '../../../../components/library/ArticleItem.tsx';
import { Reader } from '../../../../components/reader/Reader.tsx';
import { wrapQuotes } from '../../../../components/reader/ReaderBody.tsx';
import { ReaderNotDownloaded } from '../../../../components/reader/ReaderUnavailable.tsx';
import { findStartPosition } from '../../../../entrypoints/reader/stored-positions.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';
import { DEFAULT_PREFS, nextTextSize, readPrefs } from '../../../../utils/settings/reader-prefs.ts';
import { eventually } from '../../eventually.ts';
import { LIBRARY_CASES } from '../gallery/library-cases.ts';
import { readerProps } from '../gallery/reader-cases.ts';
import { sampleQuote } from '../gallery/samples.ts';
import { FOUND } from '../gallery/story-cases.tsx';
import { type Shown, show } from '../render.tsx';

const readerWith = (...change: Parameters<typeof readerProps>) => <Reader {...readerProps(...change)} />;

it('marks the quotes in the text, and says who speaks where one is clicked', async () => {
  const onCopy = vi.fn(async () => true);
  const reader = await show(readerWith({ onCopy }));
  await eventually(() => expect(reader.root.querySelectorAll('.quoted')).toHaveLength(6));
  const speaker = () => reader.root.querySelector('.quote-popover')?.textContent ?? '';
  await reader.press('n');
  await eventually(() => expect(speaker()).toContain('Mirela Tandoori-Falk'));
  expect(reader.announced()).toMatch(/^Mirela Tandoori-Falk: The ice came six weeks early/);
  await reader.press('n');
  await reader.press('n');
  expect(speaker()).toContain('Osric Vandermolen');
  await reader.click('Copy with citation');
  expect(onCopy).toHaveBeenCalledWith([2]);
  await reader.press('Escape');
  expect(reader.root.querySelector('.quote-popover')).toBeNull();
  expect(reader.root.querySelector('.is-lit')).toBeNull();
});

it('writes in the margin who speaks, the role only once', async () => {
  const reader = await show(readerWith());
  const notes = () => [...reader.root.querySelectorAll('.margin-note')].map((note) => note.textContent);
  await eventually(() =>
    expect(notes()).toEqual([
      'Mirela Tandoori-Falkharbour master of Nordholm',
      'Mirela Tandoori-Falk',
      'Osric VandermolenMayor',
      'Ilse Kwabenachair of the dockers’ union',
      'Speaker unclear',
      'Mirela Tandoori-Falk',
    ]),
  );
});

it('shows the picture above the text larger, and gives its button the focus back', async () => {
  const reader = await show(readerWith({ leadImageUrl: 'data:image/gif;base64,R0lGODlh' }));
  await reader.click('Enlarge image');
  await eventually(() => expect(reader.root.querySelector('dialog img')).not.toBeNull());
  await reader.click('Close');
  await eventually(() => expect(reader.root.querySelector('dialog')).toBeNull());
  expect(document.activeElement).toBe(reader.control('Enlarge image'));
});

it('ends in archiving the article, and going on to the next in the list', async () => {
  const onArchive = vi.fn();
  const props = readerProps({ onArchive });
  const reader = await show(<Reader {...props} />);
  const end = () => reader.root.querySelector('article')?.nextElementSibling;
  end()?.querySelector('button')?.click();
  expect(onArchive).toHaveBeenCalledOnce();
  expect(end()?.textContent).toMatch(/^Archive.*Grain ship turned back at the skerries$/);
  const saved = props.saved === null ? null : { ...props.saved, isArchived: true };
  await reader.again(<Reader {...props} saved={saved} next={null} />);
  expect(end()?.textContent).toMatch(/^Back to inboxHarbour · Winter on the islandsLists$/);
});

it('shows tags and lists, and changes them in place: by their line, by key, and by the menu', async () => {
  const onOpen = vi.fn();
  const base = readerProps();
  const tagsAndLists = base.tagsAndLists && { ...base.tagsAndLists, onOpen };
  const reader = await show(<Reader {...base} tagsAndLists={tagsAndLists} />);
  await reader.click('Tags: Harbour, Winter on the islands');
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'tags' }));
  await reader.press('l');
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'lists' }));
  await reader.click('More');
  await reader.click('Tags…');
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'tags' }));
  const onTag = vi.fn();
  const options = {
    tags: [{ value: 'Ice', label: 'Ice', state: 'none' as const }],
    lists: [],
    suggested: [],
  };
  const open = { kind: 'tags' as const, anchor: document.body };
  await reader.again(
    <Reader {...base} tagsAndLists={tagsAndLists && { ...tagsAndLists, options, open, onTag }} />,
  );
  await reader.click('Ice');
  expect(onTag).toHaveBeenCalledWith('Ice', true);
});

it('keeps what is rare in one menu with words where the window is narrow', async () => {
  const onDelete = vi.fn();
  const onFavourite = vi.fn();
  const wide = globalThis.matchMedia;
  globalThis.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: false }) as unknown as MediaQueryList;
  try {
    const reader = await show(readerWith({ onDelete, onFavourite }));
    expect(reader.has('Read aloud')).toBe(false);
    await reader.click('More');
    const items = [...reader.root.querySelectorAll('[role=menuitem]')].map((item) => item.textContent);
    expect(items).toEqual([
      'Read aloud',
      'Highlights',
      'Remove from favourites',
      'Tags…',
      'Lists…',
      'Edit details',
      'Export…',
      'Open the source page',
      'Keyboard shortcuts',
      'Delete',
    ]);
    await reader.click('Remove from favourites');
    expect(onFavourite).toHaveBeenCalled();
    await reader.press('#');
    expect(onDelete).toHaveBeenCalled();
  } finally {
    globalThis.matchMedia = wide;
  }
});

it('says that an open page is not saved, and saves it', async () => {
  const onSave = vi.fn();
  const reader = await show(readerWith({ saved: null, onSave }));
  expect(reader.text()).toContain('Not saved. You are reading the open page.');
  expect(reader.has('Archive')).toBe(false);
  await reader.click('Save');
  expect(onSave).toHaveBeenCalled();
});

it('opens links of the article in a tab of their own, without saying where from', async () => {
  const reader = await show(readerWith());
  const link = reader.control('doctor');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toContain('noreferrer');
});

it('keeps to the sizes there are, and to its defaults where the store holds nonsense', () => {
  expect(nextTextSize(28, 1)).toBe(28);
  expect(nextTextSize(15, -1)).toBe(15);
  expect(nextTextSize(18, 1)).toBe(19);
  expect(readPrefs({ theme: 'sepia', size: 'huge', width: 3 })).toEqual({ ...DEFAULT_PREFS, theme: 'sepia' });
  expect(readPrefs([])).toEqual(DEFAULT_PREFS);
  expect(readPrefs(null)).toEqual(DEFAULT_PREFS);
});

it('goes by the headings of a long text, and says which part one is in', async () => {
  const body = document
    .createRange()
    .createContextualFragment('<h2>The ice</h2><p>It came early.</p><h3>The tug</h3><p>It lies in dock.</p>');
  const reader = await show(readerWith({ body, quotes: [], voices: [] }));
  await reader.click('Contents');
  await reader.click('The tug');
  expect(document.activeElement?.textContent).toBe('The tug');
  expect(reader.root.querySelector('nav')).toBeNull();
});

it('shows a note beside its mark, and gives the focus back', async () => {
  const body = document
    .createRange()
    .createContextualFragment(
      '<p>It came early.<a href="#n1">1</a></p><ol><li id="n1">Six weeks, says the log. <a href="#r1">↩</a></li></ol>',
    );
  const reader = await show(readerWith({ body, quotes: [], voices: [] }));
  await reader.click('1');
  await eventually(() => expect(reader.root.querySelector('[role="note"]')).not.toBeNull());
  const note = reader.root.querySelector('[role="note"]');
  expect(note?.textContent).toBe('Six weeks, says the log. ');
  await eventually(() => expect(document.activeElement).toBe(note));
  expect(document.querySelectorAll('#n1')).toHaveLength(1);
  await reader.press('Escape');
  expect(reader.root.querySelector('[role="note"]')).toBeNull();
  expect(document.activeElement?.textContent).toBe('1');
});

it('says so where no voice of this device reads the article’s language', async () => {
  const reader = await show(readerWith());
  await reader.press('a');
  await eventually(() => expect(reader.text()).toContain('No voice on this device'));
  expect(reader.text()).toContain('No voice on this device reads English.');
  await reader.press('Escape');
  expect(reader.text()).not.toContain('No voice on this device');
});

const NOTED = {
  id: 'one',
  text: 'eleven days of flour',
  start: null,
  end: null,
  note: 'Ask the miller.',
  colour: 'green',
} as const;

function selectIn(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** Lets the screen work on until it shows something. */
async function untilThere(reader: Shown, selector: string): Promise<void> {
  while (reader.root.querySelector(selector) === null) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
}

async function selectWords(reader: Shown, words: string): Promise<void> {
  // Words are selected in the text as it stands once its quotes are marked.
  await untilThere(reader, '.quoted');
  const body = reader.root.querySelector('.reader__body');
  const walker = document.createTreeWalker(body ?? document, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node !== null && !(node.textContent ?? '').includes(words)) node = walker.nextNode();
  if (node === null) throw new Error(`“${words}” is not in the text`);
  const at = (node.textContent ?? '').indexOf(words);
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(selectIn(node, at, at + words.length));
  document.dispatchEvent(new Event('selectionchange'));
  await untilThere(reader, '.highlight-bar');
}

it('highlights selected words by key, at their place in the text', async () => {
  const onAdd = vi.fn(async () => 'new');
  const props = readerProps();
  const reader = await show(
    <Reader {...props} highlightActions={{ onAdd, onChange: vi.fn(), onDelete: vi.fn() }} />,
  );
  await selectWords(reader, 'eleven days of flour');
  await reader.press('h');
  const start = props.text.indexOf('eleven days of flour');
  expect(onAdd).toHaveBeenCalledWith({ start, end: start + 'eleven days of flour'.length }, 'yellow');
});

it('offers only to copy where nothing can be kept', async () => {
  const onCopyPassage = vi.fn(async () => true);
  const reader = await show(readerWith({ saved: null, highlightActions: null, onCopyPassage }));
  await selectWords(reader, 'eleven days of flour');
  expect(reader.has('Note')).toBe(false);
  await reader.click('Copy with citation');
  expect(onCopyPassage).toHaveBeenCalled();
});

it('keeps a note when its box is closed by Escape', async () => {
  const onChange = vi.fn();
  const actions = { onAdd: vi.fn(async () => null), onChange, onDelete: vi.fn() };
  const reader = await show(readerWith({ highlights: [NOTED], highlightActions: actions }));
  await reader.press('m');
  await eventually(() => expect(reader.root.querySelector('.reader__voices li')).not.toBeNull());
  await reader.click('eleven days of flour');
  await eventually(() => expect(reader.root.querySelector('textarea')).not.toBeNull());
  const field = reader.root.querySelector('textarea');
  if (field === null) throw new Error('no field for the note');
  await act(() => {
    field.value = 'Asked. Ten days.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  });
  expect(onChange).toHaveBeenCalledWith('one', { note: 'Asked. Ten days.' });
});

const HUES = {
  bySpeaker: [1],
  byQuote: new Map([
    [0, 1],
    [1, 1],
  ]),
};

function place(html: string, text: string, words: readonly string[]) {
  const root = document.createElement('div');
  root.innerHTML = html;
  const before = root.textContent;
  const quotes: Quote[] = words.map((quoted) => sampleQuote({ text: quoted, start: text.indexOf(quoted) }));
  const pieces = wrapQuotes(root, text, quotes, HUES);
  // Marking adds elements and changes no word.
  expect(root.textContent).toBe(before);
  return { root, pieces };
}

const wordsOf = (pieces: Map<number, HTMLElement[]>, index: number): string =>
  (pieces.get(index) ?? []).map((piece) => piece.textContent).join('|');

it('wraps the words of a quote and nothing else', () => {
  const text =
    'She looked up. “The ice came six weeks early,” she said, and “nobody was surprised by it at all”.';
  const { root, pieces } = place(`<p>${text}</p>`, text, [
    'The ice came six weeks early,',
    'nobody was surprised by it at all',
  ]);
  expect(wordsOf(pieces, 0)).toBe('The ice came six weeks early,');
  expect(wordsOf(pieces, 1)).toBe('nobody was surprised by it at all');
  expect(root.querySelectorAll('.quoted')).toHaveLength(2);
});

it('wraps a quote that runs through other elements, piece by piece', () => {
  const text = 'He said: “We asked for a second tug in March, and were told to ask again”, and left.';
  const html =
    '<p>He said: “We asked for a <em>second</em> tug in <a href="#m">March, and</a> were told to ask again”, and left.</p>';
  const { root, pieces } = place(html, text, [
    'We asked for a second tug in March, and were told to ask again',
  ]);
  expect(wordsOf(pieces, 0)).toBe('We asked for a |second| tug in |March, and| were told to ask again');
  expect(root.querySelector('a')?.getAttribute('href')).toBe('#m');
});

it('wraps a quote over two paragraphs', () => {
  const text =
    '“The harbour is closed to us this winter.\n\n“And to everybody else on these islands too,” she said.';
  const html = text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
  const words = 'The harbour is closed to us this winter.\n\n“And to everybody else on these islands too,';
  const { pieces } = place(html, text, [words]);
  expect(wordsOf(pieces, 0)).toBe(
    'The harbour is closed to us this winter.|“And to everybody else on these islands too,',
  );
});

it('leaves out a quote that the body does not have', () => {
  const text = 'Nothing like it. “These words stand in another edition of this page.”';
  const { pieces } = place('<p>Something else altogether.</p>', text, [
    'These words stand in another edition of this page.',
  ]);
  expect(pieces.size).toBe(0);
});

const PAGE = 'https://paper.example/quay';
const ARTICLE = { title: 'Quay', siteName: 'Paper', host: 'paper.example', lang: 'en', dir: 'ltr' } as const;

function reader(state: string | null, onDownload = (): void => undefined) {
  return (
    <ReaderNotDownloaded article={ARTICLE} url={PAGE} state={state} onDownload={onDownload} libraryHref="#" />
  );
}

it('the reader says that an article was not downloaded, and offers to download it or to open its page', async () => {
  const onDownload = vi.fn();
  const shown = await show(reader(null, onDownload));
  expect(shown.text()).toContain('This article has not been downloaded.');
  expect(shown.text()).not.toMatch(/min left/);
  expect(shown.control('Open page').getAttribute('href')).toBe(PAGE);
  await shown.click('Download');
  expect(onDownload).toHaveBeenCalledOnce();
  await shown.again(reader('waiting'));
  expect(shown.text()).toContain('Downloading…');
  expect(shown.has('Download')).toBe(false);
  await shown.again(reader('needsLogin'));
  expect(shown.text()).toContain('The download failed: The site asks for a login');
  expect(shown.has('Download')).toBe(true);
});

it('a row of the library downloads its article, and says that it does or why it could not', async () => {
  const props = LIBRARY_CASES.notDownloaded?.list;
  const item = props?.itemOf('link0');
  if (props === undefined || item === null || item === undefined) throw new Error('no such case');
  const onDownload = vi.fn();
  const choice = { href: '#', isSelected: false, hasSelection: false };
  const actions = { ...props, onDownload, onOpenPicker: vi.fn(), onSelect: vi.fn(), onDrag: vi.fn() };
  const row = (download: string | null) => (
    <ArticleItem
      {...{
        item,
        actions,
        ...choice,
        download,
        group: null,
        icon: null,
        index: 0,
        total: 1,
        isCompact: false,
        isNarrow: false,
      }}
    />
  );
  const shown = await show(row(null));
  await shown.click('Download');
  expect(onDownload).toHaveBeenCalledWith(item.article);
  await shown.again(row('waiting'));
  expect(shown.has('Download')).toBe(false);
  expect(shown.text()).toContain('downloading');
  await shown.again(row('gone'));
  expect(shown.text()).toContain('Page not found');
});

const PLACE = { block: 7, share: 0.5 };
/** What the library says. */
const row = (progress: number, openedAt: number | null = 2000) => ({ progress, openedAt });

it('goes on at the kept paragraph as long as the library says the same', () => {
  expect(findStartPosition({ ...PLACE, progress: 0.4 }, row(0.402))).toEqual({
    progress: 0.4,
    position: PLACE,
  });
  expect(findStartPosition(null, row(0.4))).toEqual({ progress: 0.4, position: null });
  expect(findStartPosition(null, null)).toEqual({ progress: 0, position: null });
});

it('goes on at it where the browser was ended before the library had heard of it', () => {
  const kept = { ...PLACE, progress: 0.4, heardAt: 1000 };
  expect(findStartPosition(kept, row(0.1, 1000))).toEqual({ progress: 0.4, position: PLACE });
  expect(findStartPosition({ ...kept, heardAt: null }, row(0, null))).toEqual({
    progress: 0.4,
    position: PLACE,
  });
});

it('begins at the top after it was marked unread, and what was read to the end', () => {
  const kept = { ...PLACE, progress: 0.4, heardAt: 1000 };
  expect(findStartPosition(kept, row(0))).toEqual({ progress: 0, position: null });
  expect(findStartPosition(kept, row(1, 1000))).toEqual({ progress: 1, position: null });
});

it('leaves it where the user has read on on another device since', () => {
  const kept = { ...PLACE, progress: 0.4, heardAt: 1000 };
  expect(findStartPosition(kept, row(0.7))).toEqual({ progress: 0.7, position: null });
});

it('marks new paragraphs in the margin, and keeps the place of the story that an article is taken out of', async () => {
  const onNotThisStory = vi.fn();
  const props = readerProps();
  const newParagraphs = props.text.split('\n\n').map((_, index) => index === 1);
  const story = {
    ...{ found: { ...FOUND, newParagraphs }, hrefOfStory: () => '', hrefOfArticle: () => '' },
    onNotThisStory,
  };
  const reader = await show(<Reader {...props} story={story} />);
  const marked = (): Element[] => [...reader.root.querySelectorAll('[data-new="New paragraph"]')];
  await eventually(() => expect(marked()).toHaveLength(1));
  expect(marked()[0]?.textContent).toBe(props.text.split('\n\n')[1]);
  expect(reader.text()).toContain('1 new paragraph, marked in the margin');
  // Marks on nearly everything would single out nothing.
  const allNew = { ...FOUND, newParagraphs: newParagraphs.map(() => true) };
  await reader.again(<Reader {...props} story={{ ...story, found: allNew }} />);
  expect(marked()).toEqual([]);
  expect(reader.text()).not.toContain('marked in the margin');
  await reader.click('Not this story');
  expect(onNotThisStory).toHaveBeenCalledOnce();
  await reader.again(<Reader {...props} story={null} />);
  expect(marked()).toEqual([]);
  expect(document.activeElement?.compareDocumentPosition(reader.root)).toBe(
    Node.DOCUMENT_POSITION_CONTAINS | Node.DOCUMENT_POSITION_PRECEDING,
  );
});
