// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractInSteps } from '../../../utils/article/extract-article.ts';
import { detectPhrases } from '../../../utils/article/site-phrases.ts';
import type { Extraction } from '../../../utils/article/types.ts';
import { clutterInSteps } from '../../../utils/clutter/find/find-clutter.ts';
import type { ClutterFinding } from '../../../utils/clutter/types.ts';
import { processPage } from '../../../utils/library/articles/process-page.ts';
import type { Steps } from '../../../utils/page/in-slices.ts';

const ENGLISH = {
  url: 'https://gazette.example/harbour',
  title: 'Harbour board votes to dredge the eastern channel',
  text: [
    'The harbour board voted on Tuesday to dredge the eastern channel, ending a dispute that had divided the town for nine years.',
    'Engineers expect the work to take eighteen months, and a new breakwater to follow in the spring of the year after that.',
    'Opponents fear that the deeper channel will change the currents around the mussel beds, on which forty families make their living.',
    'The first ships could come through in the autumn, if the weather allows the crews to work through the whole of the winter.',
  ],
  pointer: 'Read more: The long dispute over the channel',
  box: 'Sign up for our newsletter',
};
const GERMAN = {
  url: 'https://bote.example/hafen',
  title: 'Hafenamt lässt die östliche Fahrrinne vertiefen',
  text: [
    'Das Hafenamt hat am Dienstag beschlossen, die östliche Fahrrinne zu vertiefen, und damit einen Streit beendet, der die Stadt neun Jahre lang gespalten hatte.',
    'Die Ingenieure rechnen damit, dass die Arbeiten achtzehn Monate dauern und im Frühjahr danach ein neuer Wellenbrecher gebaut wird.',
    'Die Gegner befürchten, dass die tiefere Rinne die Strömung an den Muschelbänken verändert, von denen vierzig Familien leben.',
    'Die ersten Schiffe könnten im Herbst kommen, wenn das Wetter den Mannschaften erlaubt, den ganzen Winter hindurch zu arbeiten.',
  ],
  pointer: 'Lesen Sie auch: Der lange Streit um die Fahrrinne',
  box: 'Jetzt unseren Newsletter abonnieren',
};
type Page = typeof ENGLISH;

const sourceOf = ({ title, text, pointer, box }: Page): string =>
  `<title>${title}</title><main><article><h1>${title}</h1>${text.map((p) => `<p>${p}</p>`).join(`<p>${pointer}</p>`)}</article></main>
  <div class="c7"><p>${box}</p><form><input type="text" name="q7"><button>OK</button></form></div>`;

const parse = (page: Page): Document => new DOMParser().parseFromString(sourceOf(page), 'text/html');

function findIn(page: Page): Steps<ClutterFinding[]> {
  const document_ = parse(page);
  return clutterInSteps(document_, { phrases: detectPhrases(document_).cues });
}

function extractFrom(page: Page): Steps<Extraction | null> {
  const document_ = parse(page);
  return extractInSteps(document_, page.url, { phrases: detectPhrases(document_) });
}

/** Runs steps of several works in turn. */
function runInTurn<T>(works: Steps<T>[]): T[] {
  const results: T[] = [];
  const left = new Set(works.keys());
  while (left.size > 0) {
    for (const i of left) {
      const step = (works[i] as Steps<T>).next();
      if (step.done !== true) continue;
      results[i] = step.value;
      left.delete(i);
    }
  }
  return results;
}

describe('two pages in two languages at the same time', () => {
  it('have the clutter found that each has by itself', () => {
    const words = runInTurn([findIn(GERMAN), findIn(ENGLISH)]).map((found) =>
      found.map(({ element }) => element.querySelector('p')?.textContent),
    );
    expect(words).toEqual([[GERMAN.box], [ENGLISH.box]]);
  });

  it('have the text extracted that each has by itself', () => {
    const texts = runInTurn([extractFrom(GERMAN), extractFrom(ENGLISH)]).map((found) => found?.article.text);
    expect(texts).toEqual([GERMAN.text.join('\n\n'), ENGLISH.text.join('\n\n')]);
  });

  it('are processed for the library as each by itself', async () => {
    const process = (page: Page) => processPage(sourceOf(page), page.url, async () => []);
    const together = await Promise.all([GERMAN, ENGLISH].map(process));
    expect(together).toEqual([await process(GERMAN), await process(ENGLISH)]);
    expect(together.map((page) => page?.article.title)).toEqual([GERMAN.title, ENGLISH.title]);
  });
});
