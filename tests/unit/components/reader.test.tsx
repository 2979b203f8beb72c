// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Reader } from '../../../components/reader/Reader.tsx';
import { DEFAULT_PREFS, readPrefs, stepSize } from '../../../utils/settings/reader-prefs.ts';
import { eventually } from '../eventually.ts';
import { readerProps } from './gallery/reader-cases.ts';
import { FOUND } from './gallery/story-cases.tsx';
import { show } from './render.tsx';

it('marks the quotes in the text, and says who speaks where one is clicked', async () => {
  const onCopy = vi.fn(async () => true);
  const reader = await show(<Reader {...readerProps({ onCopy })} />);
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
  const reader = await show(<Reader {...readerProps()} />);
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
  const reader = await show(<Reader {...readerProps({ leadImageUrl: 'data:image/gif;base64,R0lGODlh' })} />);
  await reader.click('Enlarge picture');
  await eventually(() => expect(reader.root.querySelector('dialog img')).not.toBeNull());
  await reader.click('Close');
  await eventually(() => expect(reader.root.querySelector('dialog')).toBeNull());
  expect(document.activeElement).toBe(reader.control('Enlarge picture'));
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
  const shelf = base.shelf && { ...base.shelf, onOpen };
  const reader = await show(<Reader {...base} shelf={shelf} />);
  await reader.click('Tags: Harbour, Winter on the islands');
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ shelf: 'tags' }));
  await reader.press('l');
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ shelf: 'lists' }));
  await reader.click('More');
  await reader.click('Tags…');
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ shelf: 'tags' }));
  const onTag = vi.fn();
  const choices = {
    tags: [{ value: 'Ice', label: 'Ice', state: 'none' as const }],
    lists: [],
    suggested: [],
  };
  const open = { shelf: 'tags' as const, anchor: document.body };
  await reader.again(<Reader {...base} shelf={shelf && { ...shelf, choices, open, onTag }} />);
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
    const reader = await show(<Reader {...readerProps({ onDelete, onFavourite })} />);
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
  const reader = await show(<Reader {...readerProps({ saved: null, onSave })} />);
  expect(reader.text()).toContain('Not saved. You are reading the open page.');
  expect(reader.has('Archive')).toBe(false);
  await reader.click('Save');
  expect(onSave).toHaveBeenCalled();
});

it('opens links of the article in a tab of their own, without saying where from', async () => {
  const reader = await show(<Reader {...readerProps()} />);
  const link = reader.control('doctor');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toContain('noreferrer');
});

it('keeps to the sizes there are, and to its defaults where the store holds nonsense', () => {
  expect(stepSize(28, 1)).toBe(28);
  expect(stepSize(15, -1)).toBe(15);
  expect(stepSize(18, 1)).toBe(19);
  expect(readPrefs({ theme: 'sepia', size: 'huge', width: 3 })).toEqual({
    ...DEFAULT_PREFS,
    theme: 'sepia',
  });
  expect(readPrefs([])).toEqual(DEFAULT_PREFS);
  expect(readPrefs(null)).toEqual(DEFAULT_PREFS);
});

it('goes by the headings of a long text, and says which part one is in', async () => {
  const body = document
    .createRange()
    .createContextualFragment('<h2>The ice</h2><p>It came early.</p><h3>The tug</h3><p>It lies in dock.</p>');
  const reader = await show(<Reader {...readerProps({ body, quotes: [], voices: [] })} />);
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
  const reader = await show(<Reader {...readerProps({ body, quotes: [], voices: [] })} />);
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
  const reader = await show(<Reader {...readerProps()} />);
  await reader.press('a');
  await eventually(() => expect(reader.text()).toContain('No voice on this device'));
  expect(reader.text()).toContain('No voice on this device reads English.');
  await reader.press('Escape');
  expect(reader.text()).not.toContain('No voice on this device');
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
  await reader.click('Not this story');
  expect(onNotThisStory).toHaveBeenCalledOnce();
  await reader.again(<Reader {...props} story={null} />);
  expect(marked()).toEqual([]);
  expect(document.activeElement?.compareDocumentPosition(reader.root)).toBe(
    Node.DOCUMENT_POSITION_CONTAINS | Node.DOCUMENT_POSITION_PRECEDING,
  );
});
