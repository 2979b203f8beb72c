import { useState } from 'preact/hooks';
import { type FeedItem, HighlightFeed } from '../../components/library/highlights/HighlightFeed.tsx';
import { ReviewPage } from '../../components/library/highlights/ReviewPage.tsx';
import type { RailData } from '../../components/library/LibraryRail.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { getFullArticle } from '../../utils/library/articles/articles.ts';
import { getHighlight } from '../../utils/library/articles/highlights.ts';
import {
  answerHighlight,
  highlightsForReview,
  listHighlights,
} from '../../utils/library/highlights/list-highlights.ts';
import {
  DEFAULT_HIGHLIGHT_FILTER,
  formatLocation,
  type LibraryLocation,
} from '../../utils/library/lists/library-location.ts';
import { sanitiseText } from '../../utils/transfer/export/sanitise-text.ts';
import { saveFile } from '../shared/save-file.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { Act } from '../shared/use-undo.ts';

/** Highlights per page. */
const PAGE = 100;

/** Loaded on demand, because writing includes the search index. */
const writing = () => import('../../utils/library/articles/change-highlights.ts');

/** The address at which the reader shows a highlight. */
const hrefOfHighlight = ({ article, highlight }: FeedItem): string =>
  `reader.html?id=${encodeURIComponent(article.id)}#highlight-${encodeURIComponent(highlight.id)}`;

/** Copies a highlight with its citation and its note; false if it is gone. */
async function copy(item: FeedItem): Promise<boolean> {
  // Loaded on demand, because most of it is about citations.
  const { copyText, copyPassage } = await import('../shared/quotes/copy-quote.ts');
  const [whole, highlight] = await Promise.all([
    getFullArticle(item.article.id),
    getHighlight(item.highlight.id),
  ]);
  if (whole === null || highlight === null) return false;
  const { text, start, note } = highlight;
  if (text === '') return copyText(sanitiseText(note));
  const { article, content } = whole;
  // Words that the saved text no longer contains are cited anyway.
  const cited = { ...article, text: start === null ? text : content.text };
  return copyPassage(text, start ?? 0, cited);
}

interface Props {
  place: Extract<LibraryLocation, { screen: 'highlights' }>;
  rail: RailData | null;
  act: Act;
  go: (place: LibraryLocation) => void;
}

/** Highlights and notes of all articles. */
export function HighlightsScreen({ place: { filter }, rail, act, go }: Props) {
  const { t } = useStrings();
  const [shown, setShown] = useState(PAGE);
  const listed =
    useLibrary(() => listHighlights(filter, shown), [JSON.stringify(filter), shown], true) ?? null;
  return (
    <HighlightFeed
      page={listed}
      filter={filter}
      tags={rail?.tags.map(({ tag }) => tag) ?? []}
      lists={rail?.lists.map(({ list }) => list) ?? []}
      onFilter={(next) => {
        setShown(PAGE);
        go({ screen: 'highlights', filter: next });
      }}
      hrefOf={hrefOfHighlight}
      onCopy={copy}
      onDelete={(id) =>
        act(async () => {
          const { deleteHighlight, restoreHighlight } = await writing();
          const row = await deleteHighlight(id);
          return row && { message: t('highlightDeleted'), undo: () => restoreHighlight(row) };
        })
      }
      onExport={(format) => {
        import('../../utils/library/highlights/export-highlights.ts')
          .then(async ({ exportHighlights }) => {
            const { file, name } = await exportHighlights(filter, format, t('libraryHighlighted'));
            saveFile(file, name);
          })
          .catch((error: unknown) => act(() => Promise.reject(error)));
      }}
      onMore={() => setShown(shown + PAGE)}
      reviewHref={formatLocation({ screen: 'review' })}
      onReview={() => go({ screen: 'review' })}
    />
  );
}

/** Shows a few highlights again. */
export function ReviewScreen({ act, go }: Pick<Props, 'act' | 'go'>) {
  const { t } = useStrings();
  const items = useLibrary(() => highlightsForReview(), [], true) ?? null;
  return (
    <ReviewPage
      item={items === null ? undefined : (items[0] ?? null)}
      remaining={items?.length ?? 0}
      hrefOf={hrefOfHighlight}
      onAnswer={(id, answer) =>
        act(async () => {
          const undo = await answerHighlight(id, answer);
          return undo && { message: t(`reviewed_${answer}`), undo };
        })
      }
      onBack={() => go({ screen: 'highlights', filter: DEFAULT_HIGHLIGHT_FILTER })}
    />
  );
}
