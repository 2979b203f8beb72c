import { useState } from 'preact/hooks';
import { type FeedItem, HighlightFeed } from '../../components/library/highlights/HighlightFeed.tsx';
import type { RailData } from '../../components/library/LibraryRail.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { listHighlights } from '../../utils/library/highlights/list-highlights.ts';
import { type Place, writePlace } from '../../utils/library/lists/library-place.ts';
import { saveFile } from '../shared/save-file.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { Act } from '../shared/use-undo.ts';

/** Highlights per page. */
const PAGE = 100;

/** Loaded on demand, because writing includes the search index. */
const writing = () => import('../../utils/library/articles/change-highlights.ts');

/** The address at which the reader shows a highlight. */
export const hrefOfHighlight = ({ article, highlight }: FeedItem): string =>
  `reader.html?id=${encodeURIComponent(article.id)}#highlight-${encodeURIComponent(highlight.id)}`;

async function copy({ article, highlight }: FeedItem): Promise<boolean> {
  const { copyHighlight } = await import('./copy-highlight.ts');
  return copyHighlight(article.id, highlight.id);
}

interface Props {
  place: Extract<Place, { screen: 'highlights' }>;
  rail: RailData | null;
  act: Act;
  go: (place: Place) => void;
}

/** Highlights and notes of all articles. */
export function HighlightsScreen({ place: { filter }, rail, act, go }: Props) {
  const { t } = useStrings();
  const [shown, setShown] = useState(PAGE);
  const listed = useLibrary(() => listHighlights(filter, shown), [JSON.stringify(filter), shown], true);
  return (
    <HighlightFeed
      page={listed.state === 'ready' ? listed.value : null}
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
      reviewHref={writePlace({ screen: 'review' })}
      onReview={() => go({ screen: 'review' })}
    />
  );
}
