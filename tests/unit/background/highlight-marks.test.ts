// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import type { Extraction } from '../../../utils/article/types.ts';
import type { PageHighlight } from '../../../utils/messaging/protocol.ts';
import { itLong } from '../../long.ts';

const looks = vi.hoisted(() => ({ inText: 0, inPage: 0 }));

vi.mock('../../../utils/library/articles/anchor-highlight.ts', async (original) => {
  const real = await original<typeof import('../../../utils/library/articles/anchor-highlight.ts')>();
  return {
    ...real,
    locateHighlight: (...asked: Parameters<typeof real.locateHighlight>) => {
      looks.inText += 1;
      return real.locateHighlight(...asked);
    },
  };
});
vi.mock('../../../utils/quotes/anchoring/locate-quote.ts', async (original) => {
  const real = await original<typeof import('../../../utils/quotes/anchoring/locate-quote.ts')>();
  return {
    ...real,
    locateQuote: (...asked: Parameters<typeof real.locateQuote>) => {
      looks.inPage += 1;
      return real.locateQuote(...asked);
    },
  };
});

// Nothing is laid out here: what it draws is for `highlight-layer.test.ts`.
vi.mock('../../../entrypoints/assistant/highlights/highlight-layer.ts', () => ({
  HighlightLayer: class {
    paint = async () => undefined;
    redrawSoon = () => undefined;
    clear = () => undefined;
  },
}));

const { HighlightMarks } = await import('../../../entrypoints/assistant/highlights/highlight-marks.ts');

const TEXT = 'The ferry to the outer islands will run again from the first of May.';

function page(text = TEXT): Extraction {
  document.body.innerHTML = `<article><p>${text}</p></article>`;
  return { root: document.querySelector('article'), article: { text } } as unknown as Extraction;
}

const of = (text: string): PageHighlight => ({
  id: text,
  text,
  prefix: '',
  suffix: '',
  start: null,
  end: null,
  colour: 'yellow',
});

beforeEach(() => Object.assign(looks, { inText: 0, inPage: 0 }));

it('looks for nothing that stands where it stood, nor for words that the same text did not have', async () => {
  const marks = new HighlightMarks();
  const shown = page();
  const highlights = [of('outer islands'), of('a lighthouse nobody wrote of')];
  await marks.draw(shown, highlights);
  expect(marks.size).toBe(1);
  expect(marks.areInPlace).toBe(true);
  Object.assign(looks, { inText: 0, inPage: 0 });
  await marks.draw(shown, highlights);
  await marks.draw(shown, [...highlights, of('first of May')]);
  expect(looks).toEqual({ inText: 1, inPage: 1 });
  expect(marks.size).toBe(2);
});

it('finds them again in a page that was drawn anew, also in two steps', async () => {
  const marks = new HighlightMarks();
  const shown = page();
  await marks.draw(shown, [of('outer islands')]);
  const paragraph = document.querySelector('p');
  paragraph?.replaceChildren();
  expect(marks.areInPlace).toBe(false);
  await marks.draw(shown, [of('outer islands')]);
  expect([marks.size, marks.areInPlace]).toEqual([0, false]);
  paragraph?.replaceChildren(TEXT);
  await marks.draw(shown, [of('outer islands')]);
  expect([marks.size, marks.areInPlace]).toEqual([1, true]);
});

it('finds in another text what the one before did not have', async () => {
  const marks = new HighlightMarks();
  await marks.draw(page(), [of('twice a day')]);
  expect(marks.size).toBe(0);
  await marks.draw(page(`${TEXT} It will run twice a day.`), [of('twice a day')]);
  expect(marks.size).toBe(1);
});

itLong('draws hundreds in many tasks', async () => {
  const marks = new HighlightMarks();
  const words = Array.from({ length: 300 }, (_, i) => `Sentence ${i} speaks of the outer islands.`);
  let tasks = 0;
  let isDone = false;
  const count = (): void => {
    tasks += 1;
    if (!isDone) setTimeout(count, 0);
  };
  setTimeout(count, 0);
  await marks.draw(page(words.join(' ')), words.map(of));
  isDone = true;
  expect(marks.size).toBe(300);
  expect(tasks).toBeGreaterThan(3);
});
