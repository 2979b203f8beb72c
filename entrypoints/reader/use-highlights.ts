import { useState } from 'preact/hooks';
import type { HighlightActions } from '../../components/highlights/HighlightLayer.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { highlightsOfArticle } from '../../utils/library/articles/highlights.ts';
import type { HighlightRow } from '../../utils/library/user-types.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { useUndo } from '../shared/use-undo.ts';

/** What writes is loaded when it is asked for: reading needs none of it, and it brings the search index along. */
const writing = () => import('../../utils/library/articles/change-highlights.ts');

const NONE: readonly HighlightRow[] = [];

/**
 * The highlights of the open article, as the library has them at this moment.
 *
 * @param articleId null where the article is not saved: nothing can be highlighted then
 * @param undo told of what can be taken back, and of what could not be kept
 */
export function useHighlights(
  articleId: string | null,
  undo: Pick<ReturnType<typeof useUndo>, 'offer' | 'fail'>,
): { highlights: readonly HighlightRow[]; actions: HighlightActions | null } {
  const { t } = useStrings();
  const live = useLibrary(
    () => (articleId === null ? Promise.resolve([]) : highlightsOfArticle(articleId)),
    [articleId],
    true,
  );
  // The list stays the same object while nothing changed: painting it again would be for nothing.
  const [empty] = useState(NONE);
  if (articleId === null) return { highlights: empty, actions: null };
  return {
    highlights: live.state === 'ready' ? live.value : empty,
    actions: {
      async onAdd(place, colour) {
        try {
          return (await (await writing()).addHighlight(articleId, place, { colour }))?.id ?? null;
        } catch (error) {
          undo.fail(error);
          return null;
        }
      },
      onChange: (id, change) =>
        void writing()
          .then(({ changeHighlight }) => changeHighlight(id, change))
          .catch(undo.fail),
      onDelete(id) {
        writing()
          .then(async ({ deleteHighlight, restoreHighlight }) => {
            const row = await deleteHighlight(id);
            if (row === null) return;
            undo.offer({ message: t('highlightDeleted'), undo: () => restoreHighlight(row) });
          })
          .catch(undo.fail);
      },
    },
  };
}
