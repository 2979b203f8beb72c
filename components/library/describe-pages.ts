import type { SavedPages } from '../../utils/library/types.ts';
import type { Strings } from '../ui/base/strings.ts';

type Pages = Omit<SavedPages, 'hashes'>;

export const hasAllPages = ({ from, next }: Pages): boolean => from === 1 && next === null;

/** Which pages of an article are here: "pages 1–3 of 5", "5 pages". */
export function describePages(
  { t, count, number }: Pick<Strings, 't' | 'count' | 'number'>,
  pages: Pages,
): string {
  const { from, to, total } = pages;
  if (hasAllPages(pages)) return count('pagesAll', to);
  if (total === null)
    return from === to ? t('pagesOneOpen', number(to)) : t('pagesSomeOpen', number(from), number(to));
  return from === to
    ? t('pagesOne', number(to), number(total))
    : t('pagesSome', number(from), number(to), number(total));
}
