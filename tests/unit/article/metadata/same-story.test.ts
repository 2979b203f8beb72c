import { describe, expect, it } from 'vitest';
import { isSameStory, isSameText, textInCommon } from '../../../../utils/article/metadata/same-story.ts';

/** Sentences that are told apart by their words; the same number gives the same ones. */
function sentences(seed: number, count: number): string[] {
  const words =
    'harbour council bridge ferry pilot storm vote mayor budget repair night crew quay lamp tide'.split(' ');
  let state = seed * 7919 + 1;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 14 }, () => `${words[next() % words.length]}${next() % 40}`).join(' '),
  );
}
const text = (...parts: string[][]): string => parts.map((part) => part.join('. ')).join('\n\n');

const whole = sentences(1, 30);
const other = sentences(2, 30);
const footer = sentences(3, 3);

describe('a story is the same', () => {
  const before = { title: 'Council votes for the new bridge', text: text(whole) };

  it('after a correction, an update, and a rewriting of half of it', () => {
    const corrected = text(whole.map((one, i) => (i === 4 ? 'Corrected: the vote was on Tuesday' : one)));
    expect(isSameStory(before, { ...before, text: corrected })).toBe(true);
    const updated = text(sentences(9, 8), whole);
    expect(isSameStory(before, { title: 'Bridge approved after a long night', text: updated })).toBe(true);
    const rewritten = text(sentences(9, 13), whole.slice(0, 14));
    expect(isSameStory(before, { ...before, text: rewritten })).toBe(true);
  });

  it('as a preview and as a whole', () => {
    const preview = { ...before, text: text(whole.slice(0, 3)) };
    expect(isSameStory(preview, before)).toBe(true);
    expect(isSameStory(before, preview)).toBe(true);
    expect(isSameStory({ ...before, text: 'The council…' }, before)).toBe(true);
  });

  it('as a live page that has dropped its oldest entries', () => {
    const later = text(sentences(8, 20), whole.slice(0, 10));
    expect(isSameStory(before, { title: 'Council votes for the new bridge: live', text: later })).toBe(true);
  });

  it('in scripts that put no spaces between words', () => {
    const japanese =
      '港の入口にある古い灯台が、三十年ぶりに修復されることになった。市議会は木曜日に予算を承認した。工事は来春に始まる。';
    expect(textInCommon(japanese, `${japanese}住民は喜んでいる。`)).toBe(1);
  });
});

describe('a story is another', () => {
  const before = { title: 'Council votes for the new bridge', text: text(whole, footer) };

  it('where the text is, whatever stands above and below it', () => {
    expect(isSameStory(before, { title: 'Ferry leaves late', text: text(other, footer) })).toBe(false);
    expect(isSameStory(before, { ...before, text: text(other, footer) })).toBe(false);
  });

  it('where both are too short to tell and the headlines are not alike', () => {
    const short = { title: 'Goat in the substation', text: 'It was asleep on a transformer.' };
    expect(isSameStory({ title: 'Oldest boat wins', text: 'By a bowsprit.' }, short)).toBe(false);
    expect(isSameStory({ title: 'Goat asleep in substation', text: 'More soon.' }, short)).toBe(true);
    expect(
      isSameStory({ title: 'Quay 7', text: 'It is shut.' }, { title: 'Quay 7', text: 'It is open.' }),
    ).toBe(true);
    expect(isSameStory({ title: 'Live', text: 'It slept.' }, { title: 'Live', text: 'It won.' })).toBe(false);
    // Two words are no witness: sites put “Live” and “The” over anything.
    expect(
      isSameStory({ title: 'The goat', text: 'It slept.' }, { title: 'The boat', text: 'It won.' }),
    ).toBe(false);
  });
});

it('one text is one, but for a counter', () => {
  const page = text(whole);
  expect(isSameText(page, `${page} 14 comments`)).toBe(true);
  expect(isSameText(page, text(other))).toBe(false);
  expect(isSameText(page, text(whole.slice(0, 10)))).toBe(false);
  expect(isSameText('Short.', 'Short. ')).toBe(false);
});

it('compares long texts by an even sample', () => {
  const long = text(sentences(5, 6000));
  expect(textInCommon(long, `${long} and more`)).toBeGreaterThan(0.99);
  expect(textInCommon(long, text(sentences(6, 6000)))).toBeLessThan(0.05);
});
