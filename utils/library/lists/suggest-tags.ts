import { queryView } from '../articles/article-parts.ts';
import { getArticles } from '../articles/articles.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, View } from '../types.ts';
import { tagKey } from './tags.ts';

/** Maximum number of articles, of their people, and of related articles that are considered. */
const MAX_ARTICLES = 20;
const MAX_PEOPLE = 4;
const MAX_RELATED = 40;

/** Weights, set by hand: a person is worth more than a site, and a word of the headline more than either. */
const WEIGHT = { host: 1, voice: 2, headline: 4 };

/** Minimum score. A tag of a single one of 40 related articles does not reach it. */
const MIN_SCORE = 0.1;

/** The views that the articles share with others (sites and people), with weights. */
function findCommonViews(rows: readonly ArticleRow[]): Map<View, number> {
  const weights = new Map<View, number>();
  for (const { host, speakerKeys } of rows) {
    weights.set(`host:${host}`, WEIGHT.host);
    for (const key of speakerKeys.slice(0, MAX_PEOPLE)) weights.set(`voice:${key}`, WEIGHT.voice);
  }
  return weights;
}

/**
 * Suggests tags for some articles: those of articles from the same sites or with the same people, and those that occur
 * in a headline.
 *
 * @returns names, the best first, without those that all of the articles have
 */
export async function suggestTags(
  ids: readonly string[],
  limit = 4,
  db: LibraryDb = library,
): Promise<string[]> {
  const rows = await getArticles(ids.slice(0, MAX_ARTICLES), db);
  const scores = new Map<string, number>();
  const addScore = (tag: string, by: number): void => void scores.set(tag, (scores.get(tag) ?? 0) + by);
  const commonViews = [...findCommonViews(rows)].slice(0, MAX_ARTICLES);
  for (const [view, weight] of commonViews) {
    const others = await queryView(db, view).limit(MAX_RELATED).toArray();
    for (const { tags } of others) for (const tag of tags) addScore(tag, weight / others.length);
  }
  const headlines = rows.map(({ title, excerpt }) => ` ${tagKey(`${title} ${excerpt ?? ''}`)} `);
  const counts = await db.counts.where('view').startsWith('tag:').toArray();
  for (const { view } of counts) {
    const tag = view.slice('tag:'.length);
    const matches = headlines.filter((headline) => headline.includes(` ${tagKey(tag)} `)).length;
    if (matches > 0) addScore(tag, (WEIGHT.headline * matches) / rows.length);
  }
  return [...scores]
    .filter(([tag, score]) => score >= MIN_SCORE && !rows.every(({ tags }) => tags.includes(tag)))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([tag]) => tag);
}
