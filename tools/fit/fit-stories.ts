/**
 * Fits the probability that two articles report the same event (`utils/stories/pair-model.ts`), and measures stories.
 *
 *     npx node tools/fit/fit-stories.ts <folder> [<folder> …] [--aside]
 *
 * A folder has `manifest.json`, as `bench -- stories` reads it, and `quotes.jsonl`, which `bench -- quotes` has written.
 * Labels are in `labels/stories.json`. A third of the stories and of the other articles, by a hash, is set aside: nothing
 * is fitted to their pairs, and only `--aside` measures them.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runAtOnce } from '../../utils/page/in-slices.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { groupStories, prepareProfiles } from '../../utils/stories/group-stories.ts';
import {
  CROSS_LINGUAL_FEATURES,
  type PairFeatures,
  SAME_LANGUAGE_FEATURES,
  scaleFeatures,
} from '../../utils/stories/pair-model.ts';
import { profileArticle } from '../../utils/stories/profile.ts';
import { StoryIndex } from '../../utils/stories/story-index.ts';
import type { StoryPlacement, StoryProfile } from '../../utils/stories/story-types.ts';
import { fitLogistic, type LogisticFit, type Sample, scoreOf } from './logistic.ts';

interface Labels {
  stories: { about: string; articles: string[] }[];
  different: [string, string][];
  unsure: [string, string][];
}

const labels = JSON.parse(readFileSync(new URL('labels/stories.json', import.meta.url), 'utf8')) as Labels;
const storyOf = new Map(labels.stories.flatMap(({ about, articles }) => articles.map((id) => [id, about])));
const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const unsure = new Set(labels.unsure.map(([a, b]) => keyOf(a, b)));

/** A number from 0 to 1 that depends on a story, or else on the article. */
const shareOf = (id: string, salt = ''): number =>
  createHash('sha256')
    .update(salt + (storyOf.get(id) ?? id))
    .digest()
    .readUInt32BE() /
  2 ** 32;
const isAside = (id: string): boolean => shareOf(id) < 1 / 3;
const isSame = (a: string, b: string): boolean => storyOf.has(a) && storyOf.get(a) === storyOf.get(b);

function readProfiles(folder: string): StoryProfile[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    id: string;
    url: string;
    title: string;
    date: string;
  }[];
  const lines = readFileSync(path.join(folder, 'quotes.jsonl'), 'utf8').trim().split('\n');
  const found = new Map(
    lines.map((line) => {
      const one = JSON.parse(line) as { id: string; lang: string; quotes: Quote[] };
      return [one.id, one];
    }),
  );
  return manifest.map(({ id, url, title, date }) =>
    profileArticle({
      id,
      title,
      text: readFileSync(path.join(folder, 'texts', `${id}.txt`), 'utf8'),
      lang: found.get(id)?.lang ?? null,
      publishedTime: Date.parse(date) || 0,
      addresses: [url],
      linkedAddresses: [],
      quotes: found.get(id)?.quotes ?? [],
    }),
  );
}

type Pair = Sample & { a: string; b: string };

/** Pairs of a corpus with their features. Pairs without a label count as different, since all articles were read. */
function readPairs(
  profiles: readonly StoryProfile[],
  names: readonly (typeof SAME_LANGUAGE_FEATURES)[number][],
): Pair[] {
  const articles = prepareProfiles(profiles);
  const index = runAtOnce(StoryIndex.build(articles));
  const pairs: Pair[] = [];
  for (const { articleId: a } of articles) {
    const use = (b: string, features: PairFeatures): void => {
      if (unsure.has(keyOf(a, b)) || isAside(a) || isAside(b)) return;
      const scaled = scaleFeatures(features);
      pairs.push({ a, b, values: names.map((name) => scaled[name]), isPositive: isSame(a, b) });
    };
    index.compare(a, 0, use, true);
  }
  return pairs;
}

const FOLDS = 5;
const PENALTY = 1;

/** Prints precision and recall of pairs, by fits without their stories. */
function printFolds(name: string, pairs: readonly Pair[], positives: number): void {
  const foldOf = (id: string): number => Math.floor(shareOf(id, 'fold') * FOLDS);
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const fit = fitLogistic(
      pairs.filter(({ a, b }) => foldOf(a) !== fold && foldOf(b) !== fold),
      PENALTY,
    );
    return pairs
      .filter(({ a }) => foldOf(a) === fold)
      .map((pair) => ({ pair, score: scoreOf(fit, pair.values) }));
  })
    .flat()
    .sort((x, y) => y.score - x.score);
  for (const bound of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const taken = scored.filter(({ score }) => 1 / (1 + Math.exp(-score)) >= bound);
    const right = taken.filter(({ pair }) => pair.isPositive).length;
    console.log(
      `${name} ≥ ${bound}: ${right} of ${taken.length} right, ${right} of ${positives} found (${percent(right, taken.length)}, ${percent(right, positives)})`,
    );
  }
}

/** The best F1 of pairs by one feature alone, at any threshold. */
function printBaseline(name: string, pairs: readonly Pair[], positives: number): void {
  const sorted = [...pairs].sort((x, y) => (y.values[0] ?? 0) - (x.values[0] ?? 0));
  let [right, best] = [0, 0];
  for (const [at, { isPositive }] of sorted.entries()) {
    if (isPositive) right += 1;
    best = Math.max(best, (2 * right) / (at + 1 + positives));
  }
  console.log(`${name}: best F1 by shared rare words alone ${best.toFixed(3)}`);
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

function printFit(names: readonly string[], { weights, bias }: LogisticFit): void {
  const entries = [...names.map((name, i) => [name, weights[i] ?? 0] as const), ['bias', bias] as const];
  console.log(`{ ${entries.map(([name, value]) => `${name}: ${value.toFixed(2)}`).join(', ')} }`);
}

function measure(
  name: string,
  placements: readonly StoryPlacement[],
  isMeasured: (id: string) => boolean,
): void {
  const placed = new Map(placements.map(({ articleId, storyId }) => [articleId, storyId]));
  const ids = [...placed.keys()];
  let [taken, right, positives] = [0, 0, 0];
  for (const [at, a] of ids.entries())
    for (const b of ids.slice(at + 1)) {
      if (unsure.has(keyOf(a, b)) || !(isMeasured(a) || isMeasured(b))) continue;
      const isTaken = placed.get(a) !== null && placed.get(a) === placed.get(b);
      if (isTaken) taken += 1;
      if (isSame(a, b)) positives += 1;
      if (isTaken && isSame(a, b)) right += 1;
    }
  // B³ (Bagga & Baldwin 1998) over the articles that belong to a story.
  const members = ids.filter((id) => storyOf.has(id) && isMeasured(id));
  let [precision, recall] = [0, 0];
  for (const id of members) {
    const found = ids.filter(
      (b) => b === id || (placed.get(id) !== null && placed.get(b) === placed.get(id)),
    );
    const truly = ids.filter((b) => b === id || isSame(id, b));
    const both = found.filter((b) => b === id || isSame(id, b)).length;
    precision += both / found.length / members.length;
    recall += both / truly.length / members.length;
  }
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  console.log(
    `${name}: pairs ${right} of ${taken} right (${percent(right, taken)}), ${right} of ${positives} found (${percent(right, positives)}); ` +
      `B³ of ${members.length} members ${precision.toFixed(3)} / ${recall.toFixed(3)} / F1 ${f1.toFixed(3)}`,
  );
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { aside: { type: 'boolean' } },
});
const corpora = positionals.map((folder) => readProfiles(folder));
const countPositives = (profiles: readonly StoryProfile[]): number => {
  const ids = profiles.map(({ articleId }) => articleId).filter((id) => !isAside(id));
  return ids.reduce((sum, a, at) => sum + ids.slice(at + 1).filter((b) => isSame(a, b)).length, 0);
};
const within = corpora.map((profiles) => readPairs(profiles, SAME_LANGUAGE_FEATURES));
for (const [i, profiles] of corpora.entries()) {
  printBaseline(positionals[i] ?? '', within[i] ?? [], countPositives(profiles));
  printFolds(positionals[i] ?? '', within[i] ?? [], countPositives(profiles));
}
printFit(SAME_LANGUAGE_FEATURES, fitLogistic(within.flat(), PENALTY));

// There are too few labelled pairs across languages: pairs in English are compared as if each had its own language.
const english = corpora.flat().filter(({ lang }) => lang === 'en');
const apart = english.map((profile, i) => ({ ...profile, lang: `x${i}` }));
const across = readPairs(apart, CROSS_LINGUAL_FEATURES);
printFolds('across', across, countPositives(english));
printFit(CROSS_LINGUAL_FEATURES, fitLogistic(across, PENALTY));

const isMeasured = values.aside ? isAside : (id: string): boolean => !isAside(id);
for (const [i, profiles] of corpora.entries())
  measure(positionals[i] ?? '', groupStories(profiles, new Map(), []), isMeasured);
