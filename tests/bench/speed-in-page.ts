/** Runs inside each page of the speed bench, bundled with the two peers. */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { extractArticle } from '../../utils/article/extract-article.ts';
import { judgePage } from '../../utils/article/judge/judge-page.ts';
import { detectPhrases } from '../../utils/article/site-phrases.ts';
import type { Extraction } from '../../utils/article/types.ts';
import { findClutter } from '../../utils/clutter/find/find-clutter.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import { buildPageModel } from '../../utils/clutter/find/page-model.ts';
import { startClearing } from '../../utils/clutter/hide/start-clearing.ts';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { summariseSpeakers } from '../../utils/quotes/speakers/people/summarise-speakers.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/schema.ts';

export const STEPS = [
  'gate',
  'isProbablyReaderable',
  'extract',
  'readability',
  'defuddle',
  'clutter',
  'quotes',
  'assistant',
] as const;
export type Step = (typeof STEPS)[number];

/** One timing is as many runs as fill this: the browser's clock ticks in tenths of a millisecond. */
const FILL_MS = 5;
/** Runs before the first timing: at least so many, or so long. */
const WARM_RUNS = 10;
const WARM_MS = 250;

interface Work {
  /** Not timed; what it returns goes to `run`. */
  prepare?: () => Document;
  run: (document_: Document) => void;
  /** Not timed: puts the page back. */
  undo?: () => void;
}

/** As the assistant's on such a page. */
const phrases = detectPhrases(document);

function clear(kept: readonly Element[], signal: AbortSignal, model: PageModel | null = null): void {
  const findOptions = {
    kinds: DEFAULT_SETTINGS.clutter,
    getExtracted: () => kept,
    phrases: phrases.cues,
    shadowRoots: new Set<ShadowRoot>(),
  };
  const found = findClutter(document, { ...findOptions, model });
  startClearing(
    document,
    { ...findOptions, onChange: () => undefined, signal },
    { found, ms: 0, hasPaused: false, findOptions },
  );
}

function quote(extraction: Extraction | null): void {
  if (extraction === null) return;
  const { text, lang, title, excerpt, byline } = extraction.article;
  summariseSpeakers(findQuotes(text, { lang, title, excerpt, byline }));
}

function makeWorks(url: string): Record<Step, Work> {
  const clone = (): Document => document.cloneNode(true) as Document;
  const extraction = extractArticle(document, url, { phrases });
  const kept = extraction?.elements ?? [];
  let life = new AbortController();
  const undo = (): void => {
    life.abort();
    life = new AbortController();
  };
  return {
    gate: { run: () => judgePage(document, url) },
    isProbablyReaderable: { run: () => isProbablyReaderable(document) },
    extract: { run: () => extractArticle(document, url, { phrases }) },
    // Both peers are given a copy: Readability takes the page it reads apart.
    readability: { prepare: clone, run: (copy) => new Readability(copy).parse() },
    defuddle: { prepare: clone, run: (copy) => new Defuddle(copy, { url }).parse() },
    clutter: { run: () => clear(kept, life.signal), undo },
    quotes: { run: () => quote(extraction) },
    // What every article page costs: reading and clearing. Quotes are found when somebody asks for them.
    assistant: {
      run: () => {
        const model = buildPageModel(document.body, phrases.cues);
        const promos = findClutter(document, { model }).map(({ element }) => element);
        clear(extractArticle(document, url, { promos, phrases })?.elements ?? [], life.signal, model);
      },
      undo,
    },
  };
}

function timeOnce(work: Work): number {
  const copy = work.prepare?.() ?? document;
  const start = performance.now();
  work.run(copy);
  const ms = performance.now() - start;
  work.undo?.();
  return ms;
}

function time(work: Work): number {
  let sum = 0;
  let runs = 0;
  if (work.prepare === undefined && work.undo === undefined) {
    const start = performance.now();
    do {
      work.run(document);
      runs++;
      sum = performance.now() - start;
    } while (sum < FILL_MS);
  } else {
    do {
      sum += timeOnce(work);
      runs++;
    } while (sum < FILL_MS);
  }
  return sum / runs;
}

function warmUp(work: Work): void {
  const start = performance.now();
  for (let run = 0; run < WARM_RUNS && performance.now() - start < WARM_MS; run++) timeOnce(work);
}

/**
 * Times every step on this page, in turn and in alternating order, after a warm-up.
 *
 * @param rounds how often each step is timed
 * @returns milliseconds of each round, or the error of a step that failed
 */
export function timeSteps(url: string, rounds: number): Record<Step, number[] | string> {
  const works = makeWorks(url);
  const times = Object.fromEntries(STEPS.map((step) => [step, []])) as unknown as Record<
    Step,
    number[] | string
  >;
  for (const step of STEPS) {
    try {
      warmUp(works[step]);
    } catch (error) {
      times[step] = String(error);
    }
  }
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? STEPS : [...STEPS].reverse();
    for (const step of order) {
      const list = times[step];
      if (typeof list === 'string') continue;
      try {
        list.push(time(works[step]));
      } catch (error) {
        times[step] = String(error);
      }
    }
  }
  return times;
}
