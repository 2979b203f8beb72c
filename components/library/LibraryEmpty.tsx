import { type ArticleSource, type FixedSource, isFixed } from '../../utils/library/lists/library-place.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import '../ui/empty.css';

const WORDS: Partial<Record<FixedSource, readonly [title: MessageKey, text: MessageKey]>> = {
  inbox: ['libraryEmptyInboxTitle', 'libraryEmptyInboxText'],
  archive: ['libraryEmptyArchiveTitle', 'libraryEmptyArchiveText'],
  favourites: ['libraryEmptyFavouritesTitle', 'libraryEmptyFavouritesText'],
  started: ['libraryEmptyStartedTitle', 'libraryEmptyStartedText'],
  done: ['libraryEmptyDoneTitle', 'libraryEmptyDoneText'],
  unread: ['libraryEmptyUnreadTitle', 'libraryEmptyUnreadText'],
};

function wordsFor(source: ArticleSource): readonly [MessageKey, MessageKey] {
  const words = isFixed(source) ? WORDS[source] : undefined;
  if (words !== undefined) return words;
  if (source.startsWith('smart:')) return ['libraryEmptySmartTitle', 'libraryEmptySmartText'];
  return ['libraryEmptyListTitle', 'libraryEmptyListText'];
}

/** What stands where a list has nothing: why, and what would come here. */
export function LibraryEmpty({ source, query }: { source: ArticleSource; query: string }) {
  const { t } = useStrings();
  if (query.trim() !== '') {
    return (
      <section class="empty">
        <h2>{t('librarySearchNone', query.trim())}</h2>
        <p>{t('librarySearchNoneHint')}</p>
      </section>
    );
  }
  const [title, text] = wordsFor(source);
  return (
    <section class="empty">
      <h2>{t(title)}</h2>
      <p>{t(text)}</p>
      {source === 'inbox' && (
        <p class="empty__way">
          <a class="text-button" href="transfer.html#import">
            {t('libraryEmptyImport')}
          </a>
        </p>
      )}
    </section>
  );
}
