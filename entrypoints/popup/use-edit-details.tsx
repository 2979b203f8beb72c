import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStrings } from '../../components/ui/base/strings.ts';
import { useKeyBuffer } from '../../components/ui/hooks/key-buffer.ts';
import { useLazyModule } from '../../components/ui/hooks/use-lazy-module.ts';
import type { Article } from '../../utils/article/types.ts';
import type { ArticleDetails } from '../../utils/library/types.ts';
import type { useUndo } from '../shared/use-undo.ts';

const loadFiling = async () => (await import('../shared/saving/file-article.ts')).filing;

/** The initial values of the form; `articleId` is null if the article is not saved yet. */
interface EditedArticle {
  articleId: string | null;
  shown: ArticleDetails;
  stated: ArticleDetails;
}

/**
 * Edits the details of the page's article, saved or not.
 *
 * @param article the article as read from the page; null if there is none
 * @param savedId the saved article; null if it is not saved
 * @param save saves the article with these details
 * @returns `open` is null if there is nothing to edit; `screen` replaces the popup while the form is open
 */
export function useEditDetails(
  article: Article | null,
  savedId: string | null,
  save: (details: ArticleDetails) => void,
  act: ReturnType<typeof useUndo>['act'],
): { open: (() => void) | null; screen: VNode | null } {
  const strings = useStrings();
  const [isOpen, setOpen] = useState(false);
  const [edited, setEdited] = useState<EditedArticle | null>(null);
  const Screen = useLazyModule(
    isOpen,
    () => import('../../components/popup/EditDetailsScreen.tsx'),
  )?.EditDetailsScreen;
  const isShown = isOpen && Screen !== undefined && edited !== null;
  useKeyBuffer(isOpen ? 'details' : null, isShown);
  const close = (): void => {
    setOpen(false);
    setEdited(null);
  };
  // When the form is closed and the popup is shown again, restores the focus.
  useEffect(() => (isShown ? () => document.getElementById('edit-details')?.focus() : undefined), [isShown]);
  const open = (): void => {
    if (article === null) return;
    setOpen(true);
    if (savedId === null) {
      const { title, siteName, byline, publishedAt, lang } = article;
      const details = { title, siteName, byline, publishedAt, lang };
      setEdited({ articleId: null, shown: details, stated: details });
      return;
    }
    loadFiling()
      .then((filing) => filing.readDetails(savedId))
      .then((details) => (details === null ? close() : setEdited({ articleId: savedId, ...details })))
      .catch((error: unknown) => {
        console.error('offprint: details not read', error);
        close();
      });
  };
  if (!isShown) return { open: article === null ? null : open, screen: null };
  const { articleId, shown, stated } = edited;
  return {
    open,
    screen: (
      <Screen
        currentDetails={shown}
        pageDetails={stated}
        onSave={(details) => {
          close();
          if (articleId === null) save(details);
          else act(async () => (await loadFiling()).editDetails(articleId, details, strings));
        }}
        onCancel={close}
      />
    ),
  };
}
