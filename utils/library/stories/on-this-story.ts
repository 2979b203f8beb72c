/** Finds other saved articles about an article's story, and the parts of the article that they lack. */

import { primaryLanguage } from '../../languages/language-code.ts';
import type { Quote } from '../../quotes/types.ts';
import { placeArticles } from '../../stories/group-stories.ts';
import { findNewContent, type NewsContent } from '../../stories/new-content.ts';
import { profileArticle } from '../../stories/profile.ts';
import type { StoryRow } from '../../stories/story-types.ts';
import { normaliseAddress } from '../articles/article-identity.ts';
import { readQuotes } from '../articles/article-parts.ts';
import { findSaved } from '../articles/articles.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import type { ArticleRow } from '../types.ts';
import { readUndeletedArticles, storyTables, summariseStory } from './list-stories.ts';
import { readNearbyProfiles } from './place-stories.ts';
import { mergeDecisions } from './story-decisions.ts';
import type { OnThisStory } from './story-views.ts';

/** An article in a tab, which need not be saved. */
export interface ShownArticle {
  title: string;
  text: string;
  lang: string | null;
  /** Its canonical address. */
  url: string;
  /** ISO 8601, as the page states it. */
  publishedAt: string | null;
  quotes: readonly Pick<Quote, 'text' | 'resolvedSpeaker' | 'about' | 'unnamed'>[];
}

/** Maximum number of other articles whose texts are compared, the newest first. */
const MAX_COMPARED = 30;

/** Id of an article that is not saved. */
const UNSAVED_ID = '';

/** An article with the story to which it belongs. */
interface PlacedArticle {
  storyId: string;
  articleIds: string[];
  decision: StoryRow | undefined;
  lang: string | null;
  content: NewsContent;
}

/** Must run inside the caller's transaction. */
async function placeSaved(
  db: LibraryDb,
  id: string,
  shown: ShownArticle | null,
): Promise<PlacedArticle | null> {
  const [row, article] = [await db.storyArticles.get(id), await db.articles.get(id)];
  if (typeof row?.storyId !== 'string' || article === undefined) return null;
  return {
    storyId: row.storyId,
    articleIds: await db.storyArticles.where('storyId').equals(row.storyId).primaryKeys(),
    decision: mergeDecisions(await db.stories.toArray()).byId.get(row.storyId),
    lang: article.lang,
    content: shown ?? { text: (await db.contents.get(id))?.text ?? '', quotes: await readQuotes(db, id) },
  };
}

/**
 * Places an article among the saved ones as if it were saved. Must run inside the caller's transaction.
 *
 * @param savedId its id if it is saved, but not placed yet
 */
async function placeUnsaved(
  db: LibraryDb,
  shown: ShownArticle,
  savedId: string | undefined,
): Promise<PlacedArticle | null> {
  const { url, title, lang, text, quotes } = shown;
  const statedTime = Date.parse(shown.publishedAt ?? '');
  const publishedTime = Number.isNaN(statedTime) ? Date.now() : statedTime;
  const profile = profileArticle({
    ...{ id: UNSAVED_ID, title, text, lang, quotes, publishedTime },
    ...{ addresses: [normaliseAddress(url)], linkedAddresses: [] },
  });
  const nearby = (await readNearbyProfiles(db, [publishedTime])).filter(
    ({ articleId }) => articleId !== savedId,
  );
  const rows = await db.storyArticles.bulkGet(nearby.map(({ articleId }) => articleId));
  const storyOf = new Map(rows.flatMap((one) => (one ? [[one.articleId, one.storyId] as const] : [])));
  const { rows: decisions, byId } = mergeDecisions(await db.stories.toArray());
  const placements = placeArticles([UNSAVED_ID], [...nearby, profile], storyOf, decisions);
  for (const { articleId, storyId } of placements) storyOf.set(articleId, storyId);
  const storyId = storyOf.get(UNSAVED_ID) ?? null;
  if (storyId === null) return null;
  const articleIds = [...storyOf].flatMap(([id, of]) => (of === storyId && id !== UNSAVED_ID ? [id] : []));
  // Articles of the story outside of the window.
  const more = await db.storyArticles.where('storyId').equals(storyId).primaryKeys();
  const all = [...new Set([...articleIds, ...more.filter((id) => !storyOf.has(id) && id !== savedId)])];
  // A new story has the id of its earliest article, which may be this one.
  return {
    storyId: storyId || (all[0] ?? ''),
    articleIds: all,
    decision: byId.get(storyId),
    lang,
    content: shown,
  };
}

/** The texts and quotes of other articles in a language. Must run inside the caller's transaction. */
async function readContents(
  db: LibraryDb,
  others: readonly ArticleRow[],
  lang: string | null,
): Promise<NewsContent[]> {
  const ids = others
    .filter((other) => other.hasText && primaryLanguage(other.lang) === primaryLanguage(lang))
    .slice(0, MAX_COMPARED)
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  const [contents, sets] = await Promise.all([db.contents.bulkGet(ids), db.quoteSets.bulkGet(ids)]);
  return contents.map((content, i) => {
    const set = sets[i];
    return { text: content?.text ?? '', quotes: set === undefined ? [] : unpackQuotes(set) };
  });
}

/**
 * Finds the saved articles on the story of an article. Nothing is fetched.
 *
 * @param article the id of a saved article, or the article of a page
 * @returns null if there are no others
 */
export function onThisStory(
  article: string | ShownArticle,
  db: LibraryDb = library,
): Promise<OnThisStory | null> {
  const tables = [...storyTables(db), db.storyQueue, db.storyProfiles, db.contents, db.quoteSets];
  return db.transaction('r', tables, async () => {
    const shown = typeof article === 'string' ? null : article;
    const id = typeof article === 'string' ? article : (await findSaved(article.url, db, article.text))?.id;
    const saved = id === undefined ? null : await placeSaved(db, id, shown);
    const isDue = id === undefined || (await db.storyQueue.get(id)) !== undefined;
    const placed = saved ?? (shown !== null && isDue ? await placeUnsaved(db, shown, id) : null);
    if (placed === null) return null;
    const rows = await readUndeletedArticles(db, placed.articleIds);
    const story = summariseStory(placed.storyId, [...rows.values()], placed.decision);
    const others = story.articleIds
      .flatMap((other) => (other === id ? [] : (rows.get(other) ?? [])))
      .reverse();
    if (others.length === 0) return null;
    return {
      story,
      others,
      ...findNewContent(placed.content, await readContents(db, others, placed.lang)),
    };
  });
}
