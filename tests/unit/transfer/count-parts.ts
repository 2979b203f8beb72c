import type { ArticleRow } from '../../../utils/library/types.ts';

/** The number of articles in each file of `docs/formats.md`. */
export const COUNT = 30;

type Counted = Pick<ArticleRow, 'hasText' | 'tags' | 'listIds' | 'archivedAt' | 'favourite'>;

/** Articles, how many of them have each part, and highlights, in the order of the columns of `docs/formats.md`. */
export function countParts(rows: readonly Counted[], highlights: number): number[] {
  const having = (has: (row: Counted) => boolean): number => rows.filter(has).length;
  return [
    rows.length,
    having(({ hasText }) => hasText),
    having(({ tags }) => tags.length > 0),
    having(({ listIds }) => listIds.length > 0),
    having(({ archivedAt }) => archivedAt !== null),
    having(({ favourite }) => favourite),
    highlights,
  ];
}
