import { useState } from 'preact/hooks';
import type { HighlightActions } from '../../components/highlights/HighlightLayer.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { listArticleHighlights } from '../../utils/library/articles/highlights.ts';
import type { HighlightRow } from '../../utils/library/user-types.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { useUndo } from '../shared/use-undo.ts';

/** Loaded on demand, because it includes code of the search index. */
const loadHighlightChanges = () => import('../../utils/library/articles/change-highlights.ts');

const NO_HIGHLIGHTS: readonly HighlightRow[] = [];

/**
 * The current highlights of the open article, and the actions on them.
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
  // The empty list keeps its identity, so that it is not painted again.
  const [empty] = useState(NO_HIGHLIGHTS);
  if (articleId === null) return { highlights: empty, actions: null };
  return {
    highlights: live ?? empty,
    actions: {
      async onAdd(offsets, colour) {
        try {
          return (
            (await (await loadHighlightChanges()).addHighlight(articleId, offsets, { colour }))?.id ?? null
          );
        } catch (error) {
          undo.fail(error);
          return null;
        }
      },
      onChange: (id, change) =>
        void loadHighlightChanges()
          .then(({ changeHighlight }) => changeHighlight(id, change))
          .catch(undo.fail),
      onDelete(id) {
        loadHighlightChanges()
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
