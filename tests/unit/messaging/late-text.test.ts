import { expect, it } from 'vitest';
import { AddressMatcher } from '../../../entrypoints/assistant/address-matcher.ts';
import type { Extraction } from '../../../utils/article/types.ts';
import type { TabWorld } from '../../../utils/platform/tab-world.ts';
import type { Move } from '../../../utils/platform/watch-location.ts';
import { makeSave } from '../library/make-article.ts';

const A = 'https://paper.example/app/ferry';
const B = 'https://paper.example/app/goat';
const C = 'https://paper.example/app/boat';

const prose = (about: string, from = 0, to = 12): string =>
  Array.from({ length: to - from }, (_, at) =>
    ['came', 'saw', 'said', 'left'].map((word) => `${word}${about} ${about}${from + at}`).join(' and '),
  ).join('\n\n');
const FERRY = { title: 'Ferry leaves late again', text: prose('ferry') };
const GOAT = { title: 'A goat is led out with a cabbage', text: prose('goat') };
const BOAT = { title: 'Oldest boat wins', text: prose('boat') };

const read = (
  url: string,
  { title, text }: { title: string; text: string },
  canonicalUrl = url,
): Extraction => ({
  article: makeSave({ url, canonicalUrl, title, text }).article,
  root: {} as Element,
  kept: [],
});

/** A tab in which A was read, and whose address was then changed. */
function moved(how: Move, first = read(A, FERRY)) {
  const world: TabWorld = {};
  let now = 1000;
  const late = new AddressMatcher(world, () => now);
  late.place(first);
  const move = (by: Move): void => {
    world.moved = { how: by, at: now };
    late.onAddressChange();
  };
  move(how);
  return { world, late, move, wait: (ms: number) => (now += ms) };
}

it('files a text that has not followed its address under the address it was read at', () => {
  const { late } = moved('push');
  expect(late.place(read(B, FERRY)).article).toMatchObject({ url: A, canonicalUrl: A });
  expect(late.isStale).toBe(true);
});

it('takes the text that follows, however late and however short', () => {
  const { late, wait, world } = moved('push');
  late.place(read(B, FERRY));
  wait(9000);
  expect(late.isStale).toBe(true);
  const short = { ...GOAT, text: 'A goat got into the substation and was led out again with a cabbage.' };
  expect(late.place(read(B, short)).article.url).toBe(B);
  expect(late.isStale).toBe(false);
  expect(world.lastRead?.url).toBe(B);
});

it.each([
  ['has grown meanwhile', { ...FERRY, text: prose('ferry', 0, 40) }],
  ['is under the new headline already', { ...FERRY, title: GOAT.title }],
  ['has the new beginning', { title: GOAT.title, text: `${prose('goat', 0, 2)}\n\n${prose('ferry', 2)}` }],
])('waits for the text where the one before %s', (_, story) => {
  const { late } = moved('push');
  expect(late.place(read(B, story)).article.url).toBe(A);
  expect(late.isStale).toBe(true);
});

it('waits a moment for the headline where only the text has followed', () => {
  const { late, wait } = moved('push');
  late.place(read(B, { ...GOAT, title: FERRY.title }));
  expect(late.isStale).toBe(true);
  expect(late.place(read(B, GOAT)).article.url).toBe(B);
  expect(late.isStale).toBe(false);
  // An application with one title for all that it shows has no other to wait for.
  const other = moved('push');
  other.late.place(read(B, { ...GOAT, title: FERRY.title }));
  other.wait(2600);
  expect(other.late.place(read(B, { ...GOAT, title: FERRY.title })).article.url).toBe(B);
  expect(other.late.isStale).toBe(false);
  expect(wait(0)).toBeGreaterThan(0);
});

it('holds a text that never follows for what it is', () => {
  const { late, wait } = moved('traverse');
  late.place(read(B, FERRY));
  wait(20_000);
  expect(late.isStale).toBe(false);
  expect(late.place(read(B, FERRY)).article.url).toBe(A);
});

it('follows a page that is given another address and stays', () => {
  const { late, wait } = moved('replace');
  late.place(read(B, FERRY));
  expect(late.isStale).toBe(true);
  wait(20_000);
  expect(late.place(read(B, FERRY)).article.url).toBe(B);
});

it('waits for nothing where the page had said that this is its address', () => {
  const { late } = moved('push', read(`${B}?from=mail`, FERRY, B));
  expect(late.place(read(B, FERRY)).article.url).toBe(B);
  expect(late.isStale).toBe(false);
});

it('is not sure of another text at the same address, and gives it the address that follows', () => {
  const { late, move, wait, world } = moved('push');
  late.place(read(B, GOAT));
  late.place(read(B, BOAT));
  expect(late.isStale).toBe(true);
  expect(world.lastRead?.text).toBe(GOAT.text);
  wait(900);
  move('push');
  expect(late.place(read(C, BOAT)).article.url).toBe(C);
  expect(late.isStale).toBe(false);
});

it('takes a text that was changed at its own address at once', () => {
  const { late } = moved('push');
  late.place(read(B, GOAT));
  expect(late.place(read(B, { ...GOAT, text: prose('goat', 3, 20) })).article.url).toBe(B);
  expect(late.isStale).toBe(false);
});

it('is not sure whose text it is where the address was changed twice before one came', () => {
  const { late, move, wait } = moved('push');
  late.place(read(B, FERRY));
  move('push');
  late.place(read(C, GOAT));
  expect(late.isStale).toBe(true);
  wait(500);
  expect(late.place(read(C, BOAT)).article.text).toBe(BOAT.text);
  expect(late.isStale).toBe(true);
  wait(2600);
  late.place(read(C, BOAT));
  expect(late.isStale).toBe(false);
});

it('is sure of a text where the address is made of its headline', () => {
  const named = 'https://paper.example/2026/05/oldest-boat-wins-the-cup';
  const { late, move } = moved('push');
  late.place(read(B, FERRY));
  move('push');
  late.place(read(named, BOAT));
  expect(late.isStale).toBe(false);
});
