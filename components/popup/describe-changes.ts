import type { TextChanges } from '../../utils/library/view-types.ts';
import type { Strings } from '../ui/base/strings.ts';

/** How another text differs from the saved one, as a list in words: “headline changed, 2 paragraphs added”. */
export function describeChanges({ t, count, locale }: Strings, changes: TextChanges): string {
  const { title, added, removed, changed } = changes;
  const parts = [
    title ? t('newerHeadline') : '',
    added > 0 ? count('newerAdded', added) : '',
    removed > 0 ? count('newerRemoved', removed) : '',
    changed > 0 ? count('newerChanged', changed) : '',
  ].filter(Boolean);
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts);
}
