import { useRef } from 'preact/hooks';
import { useStrings } from '../../ui/base/strings.ts';
import { useShortcuts } from '../../ui/hooks/use-shortcuts.ts';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { ActionMenu } from '../../ui/menus/ActionMenu.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { SourceName } from '../../ui/SourceName.tsx';
import { type FeedArticle, type FeedHighlight, HighlightEntry } from './HighlightEntry.tsx';
import { HighlightFilters, type HighlightFiltersProps } from './HighlightFilters.tsx';
import '../../highlights/highlights.css';
import './highlight-feed.css';

export interface FeedItem {
  highlight: FeedHighlight;
  article: FeedArticle;
}

export type HighlightExport = 'highlightsMarkdown' | 'highlightsCsv' | 'highlightsJson';

const EXPORTS: readonly HighlightExport[] = ['highlightsMarkdown', 'highlightsCsv', 'highlightsJson'];

export interface HighlightFeedProps extends HighlightFiltersProps {
  /** Null until the library has answered. */
  page: { items: readonly FeedItem[]; total: number; articles: number; isAny: boolean; due: number } | null;
  hrefOf: (item: FeedItem) => string;
  onCopy: (item: FeedItem) => Promise<boolean>;
  onDelete: (id: string) => void;
  onExport: (format: HighlightExport) => void;
  onMore: () => void;
  reviewHref: string;
  onReview: () => void;
}

/** Passages and notes of all articles. */
export function HighlightFeed(props: HighlightFeedProps) {
  const { page, filter } = props;
  const { t, find, count } = useStrings();
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => search.current?.focus(), ...(page?.due ? { r: props.onReview } : undefined) });
  const entry = (item: FeedItem) => (
    <HighlightEntry
      key={item.highlight.id}
      {...item}
      words={filter.words}
      namesArticle={!filter.grouped}
      href={props.hrefOf(item)}
      onCopy={() => props.onCopy(item)}
      onDelete={() => props.onDelete(item.highlight.id)}
    />
  );
  return (
    <>
      <header class="library__head">
        <h1>{t('libraryHighlighted')}</h1>
        <p class="library__amount">
          {page !== null && page.total > 0 && (
            <>
              {count('highlightCount', page.total)} · {count('libraryCount', page.articles)}
            </>
          )}
        </p>
        <div class="library__tools">
          {page !== null && page.due > 0 && (
            <a
              class="button"
              href={props.reviewHref}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                props.onReview();
              }}
            >
              {count('reviewStart', page.due)}
            </a>
          )}
          {page !== null && page.total > 0 && (
            <ActionMenu
              label={t('personExport')}
              class="button"
              actions={EXPORTS.map((format) => ({
                label: find(`exportFormat_${format}`) ?? format,
                onChoose: () => props.onExport(format),
              }))}
            >
              {t('personExport')}
            </ActionMenu>
          )}
          <SearchField
            query={filter.words}
            label={t('highlightSearch')}
            onQuery={(words) => props.onFilter({ ...filter, words })}
            input={search}
          />
        </div>
      </header>
      <div class="scotch" />
      {page?.isAny === true && <HighlightFilters {...props} />}
      {page !== null && page.total === 0 && (
        <section class="empty">
          <h2>{t(page.isAny ? 'highlightFeedNothing' : 'highlightFeedNone')}</h2>
          {!page.isAny && <p>{t('highlightFeedNoneText')}</p>}
        </section>
      )}
      {filter.grouped ? (
        groupItems(page?.items ?? []).map(({ article, items }) => (
          <section key={article.id} class="marked-group" aria-label={article.title || t('untitled')}>
            <h2 class="marked-group__title">
              <a href={`reader.html?id=${encodeURIComponent(article.id)}`} dir={article.dir}>
                {article.title || t('untitled')}
              </a>
            </h2>
            <p class="kicker">
              <SourceName siteName={article.siteName} host={article.host} />
            </p>
            <ol>{items.map(entry)}</ol>
          </section>
        ))
      ) : (
        <ol class="marked-stream">{page?.items.map(entry)}</ol>
      )}
      {page !== null && page.items.length < page.total && (
        <LoadMore onMore={props.onMore} shown={page.items.length} />
      )}
    </>
  );
}

/** Neighbours of one article. */
function groupItems(items: readonly FeedItem[]): { article: FeedArticle; items: FeedItem[] }[] {
  const groups: { article: FeedArticle; items: FeedItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.article.id === item.article.id) last.items.push(item);
    else groups.push({ article: item.article, items: [item] });
  }
  return groups;
}
