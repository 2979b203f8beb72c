import { useState } from 'preact/hooks';
import { type FeedItem, HighlightFeed } from '../../components/library/highlights/HighlightFeed.tsx';
import type { RailData } from '../../components/library/LibraryRail.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { getFullArticle } from '../../utils/library/articles/articles.ts';
import { getHighlight } from '../../utils/library/articles/highlights.ts';
import { listHighlights } from '../../utils/library/highlights/list-highlights.ts';
import type { LibraryLocation } from '../../utils/library/lists/library-location.ts';
import { sanitiseText } from '../../utils/transfer/export/sanitise-text.ts';
import { saveFile } from '../shared/save-file.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { Act } from '../shared/use-undo.ts';

const PAGE_SIZE = 100;

/** Loaded on demand, because it includes code of the search index. */
const loadHighlightChanges = () => import('../../utils/library/articles/change-highlights.ts');

/** The URL that opens the reader at a highlight. */
const hrefOfHighlight = ({ article, highlight }: FeedItem): string =>
  `reader.html?id=${encodeURIComponent(article.id)}#highlight-${encodeURIComponent(highlight.id)}`;

/** Copies a highlight with its citation, or a note without text. @returns false if it is gone or could not be copied */
async function copy(item: FeedItem): Promise<boolean> {
  // Loaded on demand, because most of it is about citations.
  const { copyText, copyPassage } = await import('../shared/quotes/copy-quote.ts');
  const [fullArticle, highlight] = await Promise.all([
    getFullArticle(item.article.id),
    getHighlight(item.highlight.id),
  ]);
  if (fullArticle === null || highlight === null) return false;
  const { text, start, note } = highlight;
  if (text === '') return copyText(sanitiseText(note));
  const { article, content } = fullArticle;
  // Text that the saved article no longer contains can still be cited.
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
  const [limit, setLimit] = useState(PAGE_SIZE);
  const listed =
    useLibrary(() => listHighlights(filter, limit), [JSON.stringify(filter), limit], true) ?? null;
  return (
    <HighlightFeed
      page={listed}
      filter={filter}
      tags={rail?.tags.map(({ tag }) => tag) ?? []}
      lists={rail?.lists.map(({ list }) => list) ?? []}
      onFilter={(next) => {
        setLimit(PAGE_SIZE);
        go({ screen: 'highlights', filter: next });
      }}
      hrefOf={hrefOfHighlight}
      onCopy={copy}
      onDelete={(id) =>
        act(async () => {
          const { deleteHighlight, restoreHighlight } = await loadHighlightChanges();
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
      onMore={() => setLimit(limit + PAGE_SIZE)}
    />
  );
}
