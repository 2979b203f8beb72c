import { useState } from 'preact/hooks';
import type { HighlightActions } from '../../components/highlights/HighlightLayer.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { listArticleHighlights } from '../../utils/library/articles/highlights.ts';
import type { HighlightRow } from '../../utils/library/user-types.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { useUndo } from '../shared/use-undo.ts';

/** Loaded on demand, because writing includes the search index, which reading does not need. */
const writing = () => import('../../utils/library/articles/change-highlights.ts');

const NONE: readonly HighlightRow[] = [];

/**
 * The current highlights of the open article.
 *
 * @param articleId null if the article is not saved and can't be highlighted
 * @param undo shows what can be undone, and failures
 */
export function useHighlights(
  articleId: string | null,
  undo: Pick<ReturnType<typeof useUndo>, 'offer' | 'fail'>,
): { highlights: readonly HighlightRow[]; actions: HighlightActions | null } {
  const { t } = useStrings();
  const live = useLibrary(
    () => (articleId === null ? Promise.resolve([]) : listArticleHighlights(articleId)),
    [articleId],
    true,
  );
  // Unchanged lists keep their identity, to avoid painting them again.
  const [empty] = useState(NONE);
  if (articleId === null) return { highlights: empty, actions: null };
  return {
    highlights: live ?? empty,
    actions: {
      async onAdd(offsets, colour) {
        try {
          return (await (await writing()).addHighlight(articleId, offsets, { colour }))?.id ?? null;
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
