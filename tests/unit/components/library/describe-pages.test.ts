import { describe, expect, it } from 'vitest';
import { describePages, hasAllPages } from '../../../../components/ui/base/format.ts';
import { english } from '../gallery/english.ts';

const next = 'https://quay.example/story?page=4';

describe('the pages of an article that saved', () => {
  it.each([
    [{ from: 1, to: 5, total: 5, next: null }, 'all 5 pages'],
    [{ from: 1, to: 1, total: 5, next }, 'page 1 of 5'],
    [{ from: 1, to: 3, total: 5, next }, 'pages 1–3 of 5'],
    [{ from: 3, to: 3, total: 3, next: null }, 'page 3 of 3'],
    [{ from: 1, to: 1, total: null, next }, 'page 1 only, there are more'],
    [{ from: 1, to: 3, total: null, next }, 'pages 1–3, there are more'],
  ])('%o: %s', (pages, words) => {
    expect(describePages(english, pages)).toBe(words);
    expect(hasAllPages(pages)).toBe(words.startsWith('all'));
  });
});
