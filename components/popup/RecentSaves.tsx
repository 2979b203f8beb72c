import { formatAgo, formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';

/** One line of the list of recent saves. */
export interface RecentSave {
  id: string;
  title: string;
  source: string;
  savedAt: number;
}

interface Props {
  articles: readonly RecentSave[];
  onOpen: (id: string) => void;
  onOpenLibrary: () => void;
}

/** The last saved articles, where the page itself has none to show. */
export function RecentSaves({ articles, onOpen, onOpenLibrary }: Props) {
  const { t, locale } = useStrings();
  const keyNames = useKeyNames();
  const when = (savedAt: number): string => {
    const ago = formatAgo(savedAt, Date.now(), locale);
    return ago === null ? t('readerSavedOn', formatDate(savedAt, locale)) : t('recentSavedAgo', ago);
  };
  return (
    <section class="recent" aria-labelledby="recent-title">
      <div class="section-head">
        <h2 id="recent-title">{t('recentSaves')}</h2>
        <button
          type="button"
          class="text-button"
          aria-keyshortcuts={keyNames.of('l')}
          onClick={onOpenLibrary}
        >
          {t('actionOpenLibrary')}
        </button>
      </div>
      {articles.length === 0 ? (
        <p class="note">{t('recentNone')}</p>
      ) : (
        <ul class="recent__list">
          {articles.map((article) => (
            <li key={article.id}>
              <button type="button" class="recent__open" onClick={() => onOpen(article.id)}>
                <span class="recent__title" dir="auto">
                  {article.title || t('untitled')}
                </span>
                <DotList as="span" class="kicker" facts={[article.source, when(article.savedAt)]} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
