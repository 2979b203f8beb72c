import type { Strings } from '../../components/ui/base/strings.ts';
import { changeDetails } from '../../utils/library/articles/change-details.ts';
import type { ArticleDetails } from '../../utils/library/types.ts';
import type { Done } from './use-undo.ts';

/** Replaces title, site, author, date and language of an article with the user's. @returns null if the article is gone */
export async function editDetails(
  id: string,
  details: ArticleDetails,
  { t }: Pick<Strings, 't'>,
): Promise<Done | null> {
  const before = await changeDetails(id, details);
  if (before === null) return null;
  return {
    message: t('detailsChanged', details.title),
    undo: async () => (await changeDetails(id, before)) !== null,
  };
}
