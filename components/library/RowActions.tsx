import type { ArticleRow } from '../../utils/library/types.ts';
import { DONE_AT } from '../../utils/text/reading-progress.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import type { Shelf } from './ShelfPicker.tsx';

export interface ItemActions {
  /** The reader's address for an article. */
  hrefOf: (id: string) => string;
  loadImage: (imageId: string) => Promise<Blob | null>;
  onArchive: (article: ArticleRow, archived: boolean) => void;
  onFavourite: (article: ArticleRow, favourite: boolean) => void;
  onDelete: (article: ArticleRow) => void;
  onDone: (article: ArticleRow, done: boolean) => void;
  onPin: (article: ArticleRow, pinned: boolean) => void;
  /** Opens the article's tags or lists. */
  onShelf: (article: ArticleRow, shelf: Shelf) => void;
  /** Opens what is known of this copy: what is missing, its tags and lists, former versions. */
  onDetails: (article: ArticleRow) => void;
  /** Downloads the text of an article that has none. */
  onDownload: (article: ArticleRow) => void;
}

/** What can be done with the article of a row: three buttons, and a menu for the rest. */
export function RowActions({
  article,
  actions,
  isCompact,
  isDownloading,
}: {
  article: ArticleRow;
  actions: ItemActions;
  isCompact: boolean;
  isDownloading: boolean;
}) {
  const { t } = useStrings();
  const favouriteLabel = t(article.favourite ? 'actionUnfavourite' : 'actionFavourite');
  const isArchived = article.archivedAt !== null;
  return (
    <div class="item__actions">
      {!article.hasText && !isDownloading && (
        <Action
          icon="download"
          label={t('actionDownload')}
          about={`title-${article.id}`}
          action="download"
          onClick={() => actions.onDownload(article)}
        />
      )}
      <Action
        icon="star"
        filled={article.favourite}
        label={favouriteLabel}
        about={`title-${article.id}`}
        keys="f"
        action="favourite"
        onClick={() => actions.onFavourite(article, !article.favourite)}
      />
      <Action
        icon={isArchived ? 'inbox' : 'archive'}
        label={t(isArchived ? 'actionUnarchive' : 'actionArchive')}
        about={`title-${article.id}`}
        keys="e"
        action="archive"
        onClick={() => actions.onArchive(article, !isArchived)}
      />
      <Action
        icon="trash"
        label={t('actionDelete')}
        about={`title-${article.id}`}
        keys="#"
        action="delete"
        onClick={() => actions.onDelete(article)}
      />
      <ActionMenu
        label={t('actionMoreFor', article.title || t('untitled'))}
        actions={[
          { label: t('actionTagsOf'), icon: 'tag', onChoose: () => actions.onShelf(article, 'tags') },
          { label: t('actionListsOf'), icon: 'list', onChoose: () => actions.onShelf(article, 'lists') },
          article.progress >= DONE_AT
            ? {
                label: t('actionMarkUnread'),
                icon: 'bookmark',
                onChoose: () => actions.onDone(article, false),
              }
            : { label: t('actionMarkFinished'), icon: 'done', onChoose: () => actions.onDone(article, true) },
          {
            label: t(article.pinnedAt === null ? 'actionPin' : 'actionUnpin'),
            icon: 'pin',
            onChoose: () => actions.onPin(article, article.pinnedAt === null),
          },
          { label: t('actionDetails'), icon: 'info', onChoose: () => actions.onDetails(article) },
          // In a narrow window these have no button.
          ...(isCompact
            ? [
                {
                  label: favouriteLabel,
                  icon: 'star' as const,
                  onChoose: () => actions.onFavourite(article, !article.favourite),
                },
                {
                  label: t('actionDelete'),
                  icon: 'trash' as const,
                  danger: true,
                  onChoose: () => actions.onDelete(article),
                },
              ]
            : []),
        ]}
      >
        <Icon name="more" />
      </ActionMenu>
    </div>
  );
}

interface ActionProps {
  icon: IconName;
  filled?: boolean;
  label: string;
  /** Id of the title, so that a screen reader tells the buttons of two rows apart. */
  about: string;
  keys?: string;
  action: string;
  onClick: () => void;
}

function Action({ icon, filled = false, label, about, keys, action, onClick }: ActionProps) {
  const keyNames = useKeyNames();
  return (
    <button
      type="button"
      class="icon-button"
      data-action={action}
      data-on={filled}
      aria-label={label}
      aria-describedby={about}
      aria-keyshortcuts={keys === undefined ? undefined : keyNames.of(keys)}
      title={keys === undefined ? label : keyNames.title(label, keys)}
      onClick={onClick}
    >
      <Icon name={icon} filled={filled} />
    </button>
  );
}
