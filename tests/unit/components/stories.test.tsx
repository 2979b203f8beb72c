// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { KeyQuotes } from '../../../components/quotes/KeyQuotes.tsx';
import { Reader } from '../../../components/reader/Reader.tsx';
import { OnThisStory } from '../../../components/stories/OnThisStory.tsx';
import { groupByStory } from '../../../entrypoints/library/list/use-list-options.ts';
import { LibraryCase } from './gallery/LibraryCase.tsx';
import { libraryProps, ROWS } from './gallery/library-cases.ts';
import { readerProps } from './gallery/reader-cases.ts';
import { ARTICLE, sampleQuote } from './gallery/samples.ts';
import { FOUND, PAGE, STORY, storiesList, storyPage } from './gallery/story-cases.tsx';
import { show } from './render.tsx';

it('lists stories with their papers, days and number of articles', async () => {
  const list = await show(storiesList());
  const row = list.root.querySelectorAll('.stories__row')[1]?.textContent?.replace(/\s+/g, ' ') ?? '';
  expect(row).toContain('Ice closes Nordholm harbour');
  expect(row).toContain('3 articles');
  expect(row).toMatch(/12\s–\s14 November 2026/);
  expect(row).toContain('The Nordholm Courier, Saltwater Quarterly and Hafenblatt');
  expect(list.text()).toContain('2 stories');
});

it('finds a story by its title or by a paper, and says what a library without stories needs', async () => {
  const list = await show(storiesList());
  await list.type('Find a story', 'hafenblatt');
  expect(list.root.querySelectorAll('.stories__row')).toHaveLength(1);
  await list.type('Find a story', 'zeppelin');
  expect(list.text()).toContain('No story matches “zeppelin”.');
  const empty = await show(storiesList({ stories: [] }));
  expect(empty.text()).toContain('No stories yet');
  expect(empty.has('Find a story')).toBe(false);
});

it('returns the focus to the story that the user comes from, or to the heading if it is gone', async () => {
  const stories = Array.from({ length: 120 }, (_, i) => ({ ...STORY, id: `s${i}`, title: `Story ${i}` }));
  await show(storiesList({ stories, initialFocusId: 's110' }));
  expect(document.activeElement?.textContent).toBe('Story 110');
  await show(storiesList({ stories, initialFocusId: 'merged' }));
  expect(document.activeElement?.textContent).toBe('Stories');
});

it('tells a story day by day, with later changes on the day they were made', async () => {
  const onVersions = vi.fn();
  const page = await show(storyPage({ onVersions }));
  const days = [...page.root.querySelectorAll('.timeline__day')];
  expect(days.map((day) => day.querySelector('h3')?.textContent)).toEqual([
    '12 November 2026',
    '13 November 2026',
    '14 November 2026',
  ]);
  expect(days[0]?.querySelectorAll('h4')).toHaveLength(2);
  expect(days[0]?.textContent).toContain('The ice came six weeks early');
  expect(days[1]?.textContent).toContain('Article changed');
  await page.click('What changed');
  expect(onVersions).toHaveBeenCalledWith('s0');
});

it('says of each speaker which papers quote them, also if that is all or only one', async () => {
  const page = await show(storyPage());
  const speakers = [...page.root.querySelectorAll('.story-speaker > summary')].map(
    ({ textContent }) => textContent,
  );
  expect(speakers[0]).toMatch(/Mirela Tandoori-Falk.*harbour master of Nordholm.*In every source/);
  expect(speakers[1]).toMatch(/Mayor.*The Nordholm Courier and Saltwater Quarterly/);
  expect(speakers[2]).toMatch(/Probably Ilse Kwabena.*Only in Saltwater Quarterly/);
});

it('lists what a person said, and where else it appears', async () => {
  const page = await show(storyPage());
  const [said] = page.root.querySelectorAll('.person__quote');
  expect(said?.textContent).toContain('nobody who works on this water');
  const places = [...(said?.querySelectorAll('details[open] li') ?? [])].map((place) => place.textContent);
  expect(places[0]).toMatch(/Saltwater Quarterly/);
  expect(places[1]).toMatch(/Hafenblatt.*14 November 2026/);
});

it('renames the story where its title stands', async () => {
  const onRename = vi.fn();
  const page = await show(storyPage({ onRename }));
  await page.click('Rename');
  await page.type('Title', 'The frozen harbour');
  await page.click('Save');
  expect(onRename).toHaveBeenCalledWith('The frozen harbour');
  expect(document.activeElement?.textContent).toBe('Rename');
});

it('takes an article out of the story', async () => {
  const onRemove = vi.fn();
  const page = await show(storyPage({ onRemove }));
  await page.click(/^More options for “Three islands/);
  await page.click('Not this story');
  expect(onRemove).toHaveBeenCalledWith(['s1']);
});

it('makes a new story of selected articles, but not of all', async () => {
  const onSplit = vi.fn();
  const page = await show(storyPage({ onSplit }));
  await page.click('More');
  expect(page.has('Select articles')).toBe(true);
  await page.click('Select articles');
  const split = page.control('Move to a new story') as HTMLButtonElement;
  expect(split.disabled).toBe(true);
  await page.click(/^Select “Three islands/);
  await page.click(/^Select “Eis sperrt/);
  expect(split.disabled).toBe(false);
  await page.click('Move to a new story');
  expect(onSplit).toHaveBeenCalledWith(['s1', 's2']);
  expect(page.root.querySelector('input[type=checkbox]')).toBeNull();
});

it('keeps the focus in the page when selecting ends, and when the focused article has left', async () => {
  const page = await show(storyPage());
  await page.click('More');
  await page.click('Select articles');
  await page.click('Cancel');
  expect(document.activeElement?.textContent).toBe(STORY.title);
  const [first] = PAGE.days;
  const without = { ...PAGE, story: { ...STORY, articleIds: ['s0', 's1'] }, days: first ? [first] : [] };
  page.root.querySelector<HTMLElement>('[href="#s2-"]')?.focus();
  await page.again(storyPage({ page: without }));
  expect(page.root.querySelector('[href="#s2-"]')).toBeNull();
  expect(document.activeElement?.textContent).toBe(STORY.title);
});

it('adds an article that is found by its words', async () => {
  const onAdd = vi.fn();
  const findArticles = vi.fn(async (words: string) =>
    words === '' ? [] : [{ id: 'x', title: 'Ferry', facts: ['Lantern'] }],
  );
  const page = await show(storyPage({ onAdd, findArticles }));
  await page.click('More');
  await page.click('Add article');
  expect(page.text()).toContain('Nothing found');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Find an article');
  await page.type('Find an article', 'ferry');
  await page.click(/^Ferry/);
  expect(onAdd).toHaveBeenCalledWith('x');
});

it('names the other saved articles on the story of an article, and opens the story', async () => {
  const onOpen = vi.fn();
  const line = await show(
    <OnThisStory
      found={FOUND}
      hrefOfStory={(id) => `library.html#stories/${id}`}
      hrefOfArticle={(id) => `reader.html?id=${id}`}
      onOpen={onOpen}
    />,
  );
  expect(line.text()).toContain('2 of 4 quotes are new');
  expect(line.text()).toMatch(/Eis sperrt den Hafen.*Hafenblatt.*14 November 2026/);
  expect(line.text()).not.toContain('paragraph');
  await line.click('On this story: 3 saved articles');
  expect(onOpen).toHaveBeenCalledWith('library.html#stories/harbour');
});

it('names the story above the article in the reader, with what is new, and the other articles at its end', async () => {
  const story = {
    found: FOUND,
    hrefOfStory: (id: string) => `library.html#stories/${id}`,
    hrefOfArticle: (id: string) => `reader.html?id=${id}`,
  };
  const storyLink = { href: 'library.html#stories/harbour', otherCount: 3 };
  const reader = await show(<Reader {...readerProps({ storyLink })} />);
  expect(reader.root.querySelector('.reader__head')?.textContent).toContain(
    'On this story: 3 saved articles',
  );
  await reader.again(<Reader {...readerProps({ storyLink, story })} />);
  const head = reader.root.querySelector('.reader__head');
  const link = head?.querySelector('[href="library.html#stories/harbour"]');
  expect(link?.textContent).toBe('On this story: 3 saved articles');
  expect(head?.textContent).toContain('2 of 4 quotes are new');
  const end = reader.root.querySelector('.on-story')?.textContent;
  expect(end).toMatch(/Eis sperrt den Hafen.*Hafenblatt.*14 November 2026/);
  expect(end).not.toContain('new');
});

it('says in the right form how many quotes are new', async () => {
  const tell = async (newQuotes: boolean[]): Promise<string> =>
    (
      await show(
        <OnThisStory found={{ ...FOUND, newQuotes }} hrefOfStory={() => ''} hrefOfArticle={() => ''} />,
      )
    ).text();
  expect(await tell([true, false])).toContain('1 of 2 quotes is new');
  expect(await tell([true, true])).toContain('All quotes are new');
  expect(await tell([true])).toContain('The only quote is new');
  expect(await tell([false])).toContain('No new quotes');
});

it('marks new quotes, and sets known ones more quietly, but marks nothing if all are new', async () => {
  const quotes = ['One', 'Two', 'Three'].map((text, start) =>
    sampleQuote({ text, start, resolvedSpeaker: 'Ada' }),
  );
  const showQuotes = (newQuotes: boolean[]) =>
    show(
      <KeyQuotes
        article={{ ...ARTICLE, quotes }}
        newQuotes={newQuotes}
        onJump={async () => true}
        onMark={() => undefined}
        onCopy={async () => true}
      />,
    );
  const marks = (page: Awaited<ReturnType<typeof show>>) =>
    [...page.root.querySelectorAll<HTMLElement>('.quote')].map(
      (quote) => `${quote.dataset.known} ${quote.querySelector('.quote__new')?.textContent ?? ''}`,
    );
  expect(marks(await showQuotes([true, false, false]))).toEqual(['false New', 'true ', 'true ']);
  expect(marks(await showQuotes([true, true, true]))).toEqual(['false ', 'false ', 'false ']);
  expect(marks(await showQuotes([]))).toEqual(['false ', 'false ', 'false ']);
});

it('groups a list by story at the place of the first article, below the title of the story', async () => {
  const ids = ROWS.map(({ id }) => id);
  const [first = '', second = '', third = ''] = ids;
  const storyOf = new Map([first, third].map((id) => [id, STORY] as const));
  const arranged = groupByStory(ids, storyOf);
  expect(arranged.ids.slice(0, 3)).toEqual([first, third, second]);
  expect(new Set(arranged.ids)).toEqual(new Set(ids));
  const [onGrouped, onNotThisStory] = [vi.fn(), vi.fn()];
  const props = libraryProps({
    ids: arranged.ids,
    isGrouped: true,
    onGrouped,
    onNotThisStory,
    groupOf: (id) => arranged.groups.get(id) ?? null,
  });
  const list = await show(<LibraryCase {...props} />);
  const links = [...list.root.querySelectorAll('.item__story a')];
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    [STORY.title, '#stories/harbour'],
  ]);
  expect(list.control('Group by story').getAttribute('aria-pressed')).toBe('true');
  await list.click(`More options for “${ROWS[2]?.title}”`);
  await list.click('Not this story');
  expect(onNotThisStory.mock.lastCall?.[0].id).toBe(third);
  await list.click('Group by story');
  expect(onGrouped).toHaveBeenCalledWith(false);
});

it('does not group an article whose story has no other one in the list', () =>
  expect(groupByStory(['a', 'b'], new Map([['b', STORY]])).groups.size).toBe(0));
