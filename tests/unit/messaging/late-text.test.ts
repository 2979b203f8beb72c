import { expect, it } from 'vitest';
import { LateText } from '../../../entrypoints/assistant/late-text.ts';
import type { Extraction } from '../../../utils/article/types.ts';
import type { TabWorld } from '../../../utils/platform/tab-world.ts';
import type { Move } from '../../../utils/platform/watch-location.ts';
import { makeSave } from '../library/make-article.ts';

const A = 'https://paper.example/app/ferry';
const B = 'https://paper.example/app/goat';
const TEXT_A = 'The ferry left late again, and nobody on the quay knew why it had.';
const TEXT_B = 'A goat got into the substation and was led out again with a cabbage.';

const read = (url: string, text: string, canonicalUrl = url): Extraction => ({
  article: makeSave({ url, canonicalUrl, text }).article,
  root: {} as Element,
  kept: [],
});

/** A tab in which A was read, and whose address was then changed. */
function moved(how: Move, first = read(A, TEXT_A)) {
  const world: TabWorld = {};
  let now = 1000;
  new LateText(world, () => now).place(first);
  world.moved = { how, at: now };
  const late = new LateText(world, () => now);
  return { world, late, wait: (ms: number) => (now += ms) };
}

it('files a text that has not followed its address under the address it was read at', () => {
  const { late } = moved('push');
  expect(late.place(read(B, TEXT_A)).article).toMatchObject({ url: A, canonicalUrl: A });
  expect(late.isStale).toBe(true);
});

it('takes the text that follows, however late and however short', () => {
  const { late, wait, world } = moved('push');
  late.place(read(B, TEXT_A));
  wait(9000);
  expect(late.isStale).toBe(true);
  expect(late.place(read(B, TEXT_B)).article.url).toBe(B);
  expect(late.isStale).toBe(false);
  expect(world.lastRead?.url).toBe(B);
});

it('holds a text that never follows for what it is', () => {
  const { late, wait } = moved('traverse');
  late.place(read(B, TEXT_A));
  wait(20_000);
  expect(late.isStale).toBe(false);
  expect(late.place(read(B, TEXT_A)).article.url).toBe(A);
});

it('follows a page that is given another address and stays', () => {
  const { late, wait } = moved('replace');
  late.place(read(B, TEXT_A));
  expect(late.isStale).toBe(true);
  wait(20_000);
  expect(late.place(read(B, TEXT_A)).article.url).toBe(B);
});

it('waits for nothing where the page had said that this is its address', () => {
  const { late } = moved('push', read(`${B}?from=mail`, TEXT_A, B));
  expect(late.place(read(B, TEXT_A)).article.url).toBe(B);
  expect(late.isStale).toBe(false);
});
