import { beforeEach, describe, expect, it } from 'vitest';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import {
  articlesOfStory,
  listStories,
  storiesOfPerson,
} from '../../../../utils/library/stories/list-stories.ts';
import { readStory } from '../../../../utils/library/stories/read-story.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';
import { groupByHand } from './group-by-hand.ts';

const WALL = 'We have waited eleven years for this wall, and nobody will wait another winter.';

/** An unnamed source. */
const SOURCE = 'one official';

let db: LibraryDb;

/** Saves an article of a paper; it has a headline of its own, and quotes these words. */
async function save(
  paper: string,
  day: number,
  quotes: [text: string, speaker: string | null][] = [],
  more = '',
): Promise<string> {
  let text = `From the ${paper}.${more}`;
  const placed = quotes.map(([words, speaker]) => {
    text += '\n\n“';
    const quote = makeQuote(words, speaker, text.length);
    text += `${words}” somebody said.`;
    return speaker === SOURCE ? { ...quote, unnamed: true } : quote;
  });
  const publishedAt = `2026-03-0${day}T08:00:00Z`;
  const url = `https://${paper.toLowerCase()}.example/wall`;
  const saved = await saveArticle(
    makeSave({ url, title: `${paper} on the wall`, siteName: paper, text, publishedAt }, { quotes: placed }),
    db,
  );
  return saved.articleId;
}

beforeEach(() => {
  db = freshLibrary();
});

describe('the list of stories', () => {
  it('has those with two or more articles, the newest first, and the papers by number of articles', async () => {
    await groupByHand(db, 'old', [await save('Early', 1), await save('Late', 2)]);
    await groupByHand(db, 'new', [await save('North', 4), await save('South', 5)]);
    await groupByHand(db, 'single', [await save('Alone', 6)]);
    const stories = await listStories(undefined, db);
    expect(stories.map(({ id, papers }) => [id, papers])).toEqual([
      ['new', ['North', 'South']],
      ['old', ['Early', 'Late']],
    ]);
    expect((await listStories(1, db)).map(({ id }) => id)).toEqual(['new']);
  });

  it('leaves out deleted articles, which are back after an undo', async () => {
    const [early, late] = [await save('Early', 1), await save('Late', 2)];
    await groupByHand(db, 'wall', [early, late]);
    await deleteArticles([early], db);
    expect(await listStories(undefined, db)).toEqual([]);
    expect(await articlesOfStory('wall', db)).toEqual([late]);
    await restoreArticles([early], db);
    expect((await listStories(undefined, db))[0]?.articleIds).toEqual([early, late]);
    await deleteArticles([early], db);
    await purgeArticles([early], db);
    expect(await db.storyArticles.get(early)).toBeUndefined();
    expect(await articlesOfStory('wall', db)).toEqual([late]);
  });

  it('is listed for a person whom it quotes', async () => {
    const early = await save('Early', 1, [[WALL, 'Ada Holm']]);
    const late = await save('Late', 2);
    await save('Other', 2, [[WALL, 'Bo Li']]);
    await groupByHand(db, 'wall', [early, late]);
    expect((await storiesOfPerson(['ada holm'], db)).map(({ id }) => id)).toEqual(['wall']);
    expect(await storiesOfPerson(['bo li'], db)).toEqual([]);
  });
});

describe('a story', () => {
  it('has its articles by day, with the most important quote of a speaker with a name', async () => {
    const early = await save('Early', 1, [
      ['Nobody asked us about the wall at all.', null],
      ['The wall was never on the list of works.', SOURCE],
      [WALL, 'Ada Holm'],
    ]);
    const late = await save('Late', 3);
    await groupByHand(db, 'wall', [late, early]);
    const story = await readStory('wall', db);
    expect(story?.days.map(({ events }) => events.map(({ article }) => article.id))).toEqual([
      [early],
      [late],
    ]);
    const [event] = story?.days[0]?.events ?? [];
    expect(event?.kind === 'article' && event.quote?.text).toBe(WALL);
    expect(await readStory('nowhere', db)).toBeNull();
  });

  it('shows a later change of an article on the day it was made', async () => {
    const early = await save('Early', 1);
    await save('Early', 1, [], ' And more.');
    await groupByHand(db, 'wall', [early, await save('Late', 3)]);
    const days = (await readStory('wall', db))?.days ?? [];
    const [version] = await db.versions.toArray();
    expect(days.at(-1)?.events.map((event) => event.kind)).toEqual(['change']);
    expect(days.at(-1)?.events[0]).toMatchObject({ article: { id: early }, before: version?.replacedAt });
  });

  it('tells which papers quote whom, with a repeated statement once', async () => {
    const ids = [
      await save('Early', 1, [[WALL, 'Ada Holm']]),
      await save('Late', 2, [
        [WALL, 'Ada Holm'],
        ['It is a wall.', 'Bo Li'],
      ]),
    ];
    await groupByHand(db, 'wall', ids);
    const { voices = [] } = (await readStory('wall', db)) ?? {};
    expect(voices.map(({ name, papers }) => [name, papers])).toEqual([
      ['Ada Holm', ['Early', 'Late']],
      ['Bo Li', ['Late']],
    ]);
    expect(voices[0]?.statements).toHaveLength(1);
    expect(voices[0]?.statements[0]?.repeats).toHaveLength(1);
  });
});
