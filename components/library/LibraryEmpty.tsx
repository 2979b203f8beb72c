import {
  type ArticleSource,
  type FixedSource,
  isFixed,
  type ReadingState,
} from '../../utils/library/lists/library-place.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import '../ui/empty.css';

const WORDS: Partial<Record<FixedSource, readonly [title: MessageKey, text: MessageKey]>> = {
  inbox: ['libraryEmptyInboxTitle', 'libraryEmptyInboxText'],
  archive: ['libraryEmptyArchiveTitle', 'libraryEmptyArchiveText'],
  favourites: ['libraryEmptyFavouritesTitle', 'libraryEmptyFavouritesText'],
};

const READING_WORDS: Record<ReadingState, readonly [title: MessageKey, text: MessageKey]> = {
  unread: ['libraryEmptyUnreadTitle', 'libraryEmptyUnreadText'],
  started: ['libraryEmptyStartedTitle', 'libraryEmptyStartedText'],
  finished: ['libraryEmptyFinishedTitle', 'libraryEmptyFinishedText'],
};

function wordsFor(source: ArticleSource, reading: ReadingState | null): readonly [MessageKey, MessageKey] {
  if (reading !== null) return READING_WORDS[reading];
  const words = isFixed(source) ? WORDS[source] : undefined;
  if (words !== undefined) return words;
  if (source.startsWith('smart:')) return ['libraryEmptySmartTitle', 'libraryEmptySmartText'];
  return ['libraryEmptyListTitle', 'libraryEmptyListText'];
}

/** A search for a phrase without its quotation marks: the sentence about it has some of its own. */
function withoutMarks(query: string): string {
  const [, phrase] = /^["“”„«»]([^"“”„«»]+)["“”„«»]$/u.exec(query) ?? [];
  return phrase?.trim() ?? query;
}

/** What stands where a list has nothing: why, and what would come here. */
export function LibraryEmpty({
  source,
  query,
  reading,
  onAddLinks,
}: {
  source: ArticleSource;
  query: string;
  reading: ReadingState | null;
  onAddLinks: () => void;
}) {
  const { t } = useStrings();
  if (query.trim() !== '') {
    return (
      <section class="empty">
        <h2>{t('librarySearchNone', withoutMarks(query.trim()))}</h2>
        <p>{t('librarySearchNoneHint')}</p>
      </section>
    );
  }
  const [title, text] = wordsFor(source, reading);
  return (
    <section class="empty">
      <h2>{t(title)}</h2>
      <p>{t(text)}</p>
      {source === 'inbox' && reading === null && (
        <>
          <p class="empty__way">
            <button type="button" class="text-button" onClick={onAddLinks}>
              {t('addLinks')}
            </button>
          </p>
          <p class="empty__way">
            <a class="text-button" href="transfer.html#import">
              {t('libraryEmptyImport')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
