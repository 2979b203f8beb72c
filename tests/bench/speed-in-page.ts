/** Runs inside each page of the speed bench, bundled with the two peers. */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { readPage } from '../../entrypoints/assistant/read-page.ts';
import { extractArticle } from '../../utils/article/extract-article.ts';
import { judgePage } from '../../utils/article/judge-page.ts';
import { startClearing } from '../../utils/clutter/start-clearing.ts';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { summariseVoices } from '../../utils/quotes/summarise-voices.ts';
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

/** Below this the browser's clock is too coarse for one run, so a run is many. */
const COARSE_MS = 2;
const MANY = 10;

interface Work {
  /** Not timed; what it returns goes to `run`. */
  prepare?: () => Document;
  run: (document_: Document) => void;
  /** Not timed: puts the page back. */
  undo?: () => void;
}

function clear(kept: readonly Element[], signal: AbortSignal): void {
  startClearing(document, {
    kinds: DEFAULT_SETTINGS.clutter,
    kept: () => kept,
    onChange: () => undefined,
    signal,
  });
}

function makeWorks(url: string): Record<Step, Work> {
  const clone = (): Document => document.cloneNode(true) as Document;
  const extraction = extractArticle(document, url);
  const kept = extraction?.kept ?? [];
  const text = extraction?.article.text ?? '';
  let life = new AbortController();
  const undo = (): void => {
    life.abort();
    life = new AbortController();
  };
  return {
    gate: { run: () => judgePage(document, url) },
    isProbablyReaderable: { run: () => isProbablyReaderable(document) },
    extract: { run: () => extractArticle(document, url) },
    // Both peers are given a copy: Readability takes the page it reads apart.
    readability: { prepare: clone, run: (copy) => new Readability(copy).parse() },
    defuddle: { prepare: clone, run: (copy) => new Defuddle(copy, { url }).parse() },
    clutter: { run: () => clear(kept, life.signal), undo },
    quotes: { run: () => summariseVoices(findQuotes(text, { lang: extraction?.article.lang ?? null })) },
    assistant: { run: () => clear(readPage(document, url).extraction?.kept ?? [], life.signal), undo },
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
  const ms = timeOnce(work);
  if (ms >= COARSE_MS) return ms;
  let sum = 0;
  if (work.prepare === undefined && work.undo === undefined) {
    const start = performance.now();
    for (let run = 0; run < MANY; run++) work.run(document);
    sum = performance.now() - start;
  } else {
    for (let run = 0; run < MANY; run++) sum += timeOnce(work);
  }
  return sum / MANY;
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
  const warmUp = 2;
  for (let round = -warmUp; round < rounds; round++) {
    const order = round % 2 === 0 ? STEPS : [...STEPS].reverse();
    for (const step of order) {
      const list = times[step];
      if (typeof list === 'string') continue;
      try {
        const ms = time(works[step]);
        if (round >= 0) list.push(ms);
      } catch (error) {
        times[step] = String(error);
      }
    }
  }
  return times;
}
