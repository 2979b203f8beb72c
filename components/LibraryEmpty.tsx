import type { LibraryView } from './LibraryRail.tsx';
import { type MessageKey, useStrings } from './strings.ts';
import './empty.css';

const WORDS: Record<LibraryView, readonly [title: MessageKey, text: MessageKey]> = {
  inbox: ['libraryEmptyInboxTitle', 'libraryEmptyInboxText'],
  archive: ['libraryEmptyArchiveTitle', 'libraryEmptyArchiveText'],
  favourites: ['libraryEmptyFavouritesTitle', 'libraryEmptyFavouritesText'],
};

/** What stands where a list has nothing: why, and what would come here. */
export function LibraryEmpty({ view, query }: { view: LibraryView; query: string }) {
  const { t } = useStrings();
  if (query.trim() !== '') {
    return (
      <section class="empty">
        <h2>{t('librarySearchNone', query.trim())}</h2>
        <p>{t('librarySearchNoneHint')}</p>
      </section>
    );
  }
  const [title, text] = WORDS[view];
  return (
    <section class="empty">
      <h2>{t(title)}</h2>
      <p>{t(text)}</p>
    </section>
  );
}
