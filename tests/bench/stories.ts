import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readTaggersFromDisk } from '../../tools/fit/know-taggers.ts';
import { runInSlices } from '../../utils/page/in-slices.ts';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { ALL_LANGUAGES } from '../../utils/quotes/languages/all-languages.ts';
import { chooseLanguage } from '../../utils/quotes/languages/choose-language.ts';
import { registerLanguages } from '../../utils/quotes/model/lexicon.ts';
import {
  placeArticles,
  placeInSteps,
  STORY_SAMPLE,
  STORY_WINDOW_DAYS,
} from '../../utils/stories/group-stories.ts';
import { profileArticle } from '../../utils/stories/profile.ts';
import type { StoryPlacement, StoryProfile } from '../../utils/stories/story-types.ts';
import { makeArticle } from './library-texts.ts';
import { quantile, round } from './statistics.ts';

interface Entry {
  id: string;
  url: string;
  title: string;
  date: string;
  lang: string;
}

/** The language is the one that the product chooses for the text, not the manifest's. */
function readProfile(folder: string, { id, url, title, date }: Entry): StoryProfile {
  const text = readFileSync(path.join(folder, 'texts', `${id}.txt`), 'utf8');
  const lang = chooseLanguage(null, text);
  return profileArticle({
    ...{ id, title, text, lang },
    publishedTime: Date.parse(date) || 0,
    addresses: [url],
    linkedAddresses: [],
    quotes: findQuotes(text, { lang, title }),
  });
}

/** As the library selects them: the profiles within the window, and at least a sample of those nearest in time. */
function selectAround(saved: readonly StoryProfile[], { publishedAt }: StoryProfile): StoryProfile[] {
  const away = (one: StoryProfile): number => Math.abs(one.publishedAt - publishedAt);
  const nearest = [...saved].sort((x, y) => away(x) - away(y));
  const within = nearest.filter((one) => away(one) <= STORY_WINDOW_DAYS * 86_400_000).length;
  return nearest.slice(0, Math.max(within, STORY_SAMPLE));
}

/** A generated article; every tenth is in another language. @param isDated otherwise all are published when they are saved */
function makeProfile(index: number, isDated: boolean): StoryProfile {
  const { article, quotes, savedAt = 0 } = makeArticle(index);
  return profileArticle({
    ...{ id: `article-${index}`, title: article.title, text: article.text },
    lang: index % 10 === 0 ? 'de' : article.lang,
    publishedTime: isDated ? Date.parse(article.publishedAt ?? '') : savedAt,
    addresses: [article.url],
    linkedAddresses: [],
    quotes,
  });
}

/** Milliseconds that this thread has worked: what else the machine does is left out. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Maximum number of articles that the library places together. */
const PLACED_TOGETHER = 300;

/**
 * Places the newest articles among the others, and measures the time and the work of the longest slice (both in ms), and
 * memory at most (in MB).
 */
async function measureGrouping(articles: number, isDated: boolean) {
  const memory = (): number => {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 2 ** 20;
  };
  const before = memory();
  const profiles = Array.from({ length: articles }, (_, i) => makeProfile(i, isDated));
  const placed = profiles.slice(-PLACED_TOGETHER).map(({ articleId }) => articleId);
  let [longest, most] = [0, before];
  const start = performance.now();
  let last = workedMs();
  let measuring = 0;
  const endSlice = (): void => {
    longest = Math.max(longest, workedMs() - last);
  };
  const pause = async (): Promise<void> => {
    endSlice();
    const pausedAt = performance.now();
    most = Math.max(most, memory());
    await new Promise((resolve) => setImmediate(resolve));
    measuring += performance.now() - pausedAt;
    last = workedMs();
  };
  await runInSlices(placeInSteps(placed, profiles, new Map(), []), { pause });
  endSlice();
  return {
    ms: round(performance.now() - start - measuring),
    longestSliceMs: round(longest),
    memoryMB: round(most - before),
  };
}

/**
 * Measures placing generated articles among others.
 *
 * @param articles number of all, at most 1,000 in the product
 * @param out file for the figures: articles with dates of several years, and articles without a date
 */
export async function benchGrouping(articles: number, out: string): Promise<void> {
  const figures = {
    articles,
    dated: await measureGrouping(articles, true),
    undated: await measureGrouping(articles, false),
  };
  writeFileSync(out, `${JSON.stringify(figures, null, 1)}\n`);
  console.error(JSON.stringify(figures));
}

/**
 * Saves the articles of `<folder>/manifest.json` one after the other, in its order, and places each in a story.
 *
 * @param out file for the lines `{id, story, confidence}`, as they are after the last save
 */
export function benchStories(folder: string, out: string): void {
  registerLanguages(ALL_LANGUAGES);
  readTaggersFromDisk();
  const entries = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Entry[];
  const saved: StoryProfile[] = [];
  const placed = new Map<string, StoryPlacement>();
  const stories = new Map<string, string | null>();
  const times: number[] = [];
  for (const entry of entries) {
    const profile = readProfile(folder, entry);
    saved.push(profile);
    const around = selectAround(saved, profile);
    const start = performance.now();
    const placements = placeArticles([entry.id], around, stories, []);
    times.push(performance.now() - start);
    for (const placement of placements) {
      placed.set(placement.articleId, placement);
      stories.set(placement.articleId, placement.storyId);
    }
  }
  const lines = entries.map(({ id }) => {
    const { storyId = null, confidence = 0 } = placed.get(id) ?? {};
    return `${JSON.stringify({ id, story: storyId, confidence })}\n`;
  });
  writeFileSync(out, lines.join(''));
  console.error(
    `${entries.length} articles, placed in ${quantile(times, 0.5).toFixed(1)} ms (p95 ${quantile(times, 0.95).toFixed(1)}) → ${out}`,
  );
}
