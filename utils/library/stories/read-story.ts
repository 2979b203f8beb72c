/** Reads a story with everything that its page shows. */

import { isCertain, isProbable } from '../../quotes/confidence-level.ts';
import type { StoryRow } from '../../stories/story-types.ts';
import { queryVersions } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import {
  groupQuotes,
  isNotPerson,
  type PeopleDecisions,
  readDecisions,
  toStatements,
} from '../people/people.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import { normaliseName } from '../search/fold-text.ts';
import type { ArticleRow, SavedQuote, VersionRow } from '../types.ts';
import type { QuoteInArticle } from '../view-types.ts';
import { getPaper, readUndeletedArticles, storyTables, summariseStory } from './list-stories.ts';
import { mergeDecisions } from './story-decisions.ts';
import type { StoryDay, StoryEvent, StoryPage, StoryVoice } from './story-views.ts';

/** Chooses an article's most important quote, preferring speakers whose names are certain. */
function chooseMainQuote(quotes: readonly SavedQuote[]): SavedQuote | null {
  const rank = (quote: SavedQuote): number =>
    isCertain(quote) ? (quote.unnamed ? 1 : 2) : isProbable(quote) ? -1 : 0;
  return quotes.toSorted((a, b) => rank(b) - rank(a) || b.key - a.key)[0] ?? null;
}

/** The time of a change: the page's modification date if it is between the two saves, or else the later save. */
function estimateChangeTime(
  { modifiedAt }: ArticleRow,
  { savedAt, replacedAt }: VersionRow,
  isLast: boolean,
): number {
  const stated = isLast && modifiedAt !== null ? Date.parse(modifiedAt) : Number.NaN;
  return stated > savedAt && stated <= replacedAt ? stated : replacedAt;
}

/** The publication of an article, and the later changes of its text. @param text the current one */
function listEvents(
  article: ArticleRow,
  quotes: readonly SavedQuote[],
  versions: readonly VersionRow[],
  text: string | undefined,
): StoryEvent[] {
  const at = article.publishedTime;
  const changes = versions.flatMap((version, i): StoryEvent[] => {
    const next = versions[i + 1]?.text ?? text;
    if (next === undefined || next === version.text) return [];
    const changed = estimateChangeTime(article, version, i === versions.length - 1);
    return [{ kind: 'change', at: changed, article, before: version.replacedAt }];
  });
  return [{ kind: 'article', at, article, quote: chooseMainQuote(quotes) }, ...changes];
}

/** @returns days in chronological order, in the local time zone */
function groupByDay(events: readonly StoryEvent[]): StoryDay[] {
  const sorted = events.toSorted((a, b) => a.at - b.at);
  const days = Map.groupBy(sorted, ({ at }) => new Date(at).setHours(0, 0, 0, 0));
  return [...days].map(([day, dayEvents]) => ({ day, events: dayEvents }));
}

/** Finds the person who said a quote, with the user's decisions; null if it is nobody with a name. */
function createPersonFinder(decisions: PeopleDecisions): (quote: SavedQuote) => string | null {
  const inArticle = new Map(
    decisions.aliases
      .filter(({ articleId }) => articleId !== '')
      .map(({ speakerKey, articleId, personId }) => [`${speakerKey} ${articleId}`, personId]),
  );
  return ({ speakerKey, resolvedSpeaker, unnamed, articleId }) => {
    // Only probable names have no key.
    const key = speakerKey || (unnamed ? '' : normaliseName(resolvedSpeaker));
    if (key === '') return null;
    const id = inArticle.get(`${key} ${articleId}`) ?? decisions.byKey.get(key) ?? key;
    return isNotPerson(id, decisions) ? null : id;
  };
}

function listVoices(
  quotesInArticles: readonly QuoteInArticle[],
  groups: readonly (readonly number[])[],
  papers: readonly string[],
  decisions: PeopleDecisions,
): StoryVoice[] {
  const personOf = createPersonFinder(decisions);
  const people = Map.groupBy(quotesInArticles, ({ quote }) => personOf(quote));
  const groupOf = new Map(
    groups.flatMap((group) => group.map((index) => [quotesInArticles[index], group] as const)),
  );
  const voices: StoryVoice[] = [];
  for (const [personId, quotes] of people) {
    if (personId === null) continue;
    const quoting = new Set(quotes.map(({ article }) => getPaper(article)));
    const named = quotes.find(({ quote }) => isCertain(quote)) ?? quotes[0];
    voices.push({
      personId,
      name: decisions.people.get(personId)?.name ?? named?.quote.resolvedSpeaker ?? personId,
      role: quotes.find(({ quote }) => quote.role !== null)?.quote.role ?? null,
      isProbable: quotes.every(({ quote }) => isProbable(quote)),
      papers: papers.filter((paper) => quoting.has(paper)),
      statements: toStatements([...Map.groupBy(quotes, (one) => groupOf.get(one)).values()]).reverse(),
    });
  }
  return voices.sort(
    (a, b) =>
      b.papers.length - a.papers.length ||
      b.statements.length - a.statements.length ||
      (a.personId < b.personId ? -1 : 1),
  );
}

/** Must run inside a transaction that includes `storyTables`. @param id of the story, or an earlier id of it */
async function findStory(
  db: LibraryDb,
  id: string,
): Promise<{ actual: string; decision: StoryRow | undefined; rows: Map<string, ArticleRow> }> {
  const { idOf, byId } = mergeDecisions(await db.stories.toArray());
  const actual = idOf.get(id) ?? id;
  const ids = await db.storyArticles.where('storyId').equals(actual).primaryKeys();
  return { actual, decision: byId.get(actual), rows: await readUndeletedArticles(db, ids) };
}

/** Must run inside the caller's transaction. */
async function readEvents(
  db: LibraryDb,
  article: ArticleRow,
  quotes: readonly SavedQuote[],
): Promise<StoryEvent[]> {
  if (article.versionCount === 0) return listEvents(article, quotes, [], undefined);
  const [versions, content] = await Promise.all([
    queryVersions(db, article.id).toArray(),
    db.contents.get(article.id),
  ]);
  return listEvents(article, quotes, versions, content?.text);
}

/**
 * Reads a story.
 *
 * @param id of the story, or an earlier id of it
 * @returns null if it has no article that is not deleted
 */
export function readStory(id: string, db: LibraryDb = library): Promise<StoryPage | null> {
  const { quoteSets, versions, contents, people, aliases } = db;
  const tables = [...storyTables(db), quoteSets, versions, contents, people, aliases];
  return db.transaction('r', tables, async () => {
    const { actual, decision, rows } = await findStory(db, id);
    if (rows.size === 0) return null;
    const story = summariseStory(actual, [...rows.values()], decision);
    const articles = story.articleIds.flatMap((articleId) => rows.get(articleId) ?? []);
    const sets = await db.quoteSets.bulkGet(story.articleIds);
    const quotes = sets.map((set) => (set === undefined ? [] : unpackQuotes(set)));
    const events = await Promise.all(articles.map((article, i) => readEvents(db, article, quotes[i] ?? [])));
    const decisions = await readDecisions(db);
    const quotesInArticles = articles.flatMap((article, i) =>
      (quotes[i] ?? []).map((quote): QuoteInArticle => ({ quote, article })),
    );
    const groups = groupQuotes(quotesInArticles);
    return {
      story,
      days: groupByDay(events.flat()),
      voices: listVoices(quotesInArticles, groups, story.papers, decisions),
    };
  });
}
