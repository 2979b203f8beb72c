import { useRef } from 'preact/hooks';
import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
} from '../../../utils/library/articles/highlight-colours.ts';
import type { HighlightFilter } from '../../../utils/library/lists/library-location.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { HighlightRow } from '../../../utils/library/user-types.ts';
import { findInText, markRanges } from '../../quotes/find-in-text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { formatDate } from '../../ui/base/format.ts';
import { useStrings } from '../../ui/base/strings.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DotList } from '../../ui/DotList.tsx';
import { useShortcuts } from '../../ui/hooks/use-shortcuts.ts';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { ExportMenu } from '../../ui/menus/ActionMenu.tsx';
import { EmptyState, PageHead } from '../../ui/PageHead.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { SourceName } from '../../ui/SourceName.tsx';
import '../../highlights/highlights.css';
import './highlight-feed.css';

export interface FeedItem {
  highlight: Pick<HighlightRow, 'id' | 'text' | 'note' | 'colour' | 'createdAt'>;
  article: Pick<ArticleRow, 'id' | 'title' | 'siteName' | 'host' | 'lang' | 'dir'>;
}

const EXPORT_FORMATS = ['highlightsMarkdown', 'highlightsCsv', 'highlightsJson'] as const;

export interface HighlightFeedProps extends HighlightFiltersProps {
  /**
   * The items loaded so far, and the numbers of all that match the filter (`total`) and of their `articles`. `isAny`:
   * there are highlights at all. Null until loaded.
   */
  page: { items: readonly FeedItem[]; total: number; articles: number; isAny: boolean } | null;
  hrefOf: (item: FeedItem) => string;
  onCopy: (item: FeedItem) => Promise<boolean>;
  onDelete: (id: string) => void;
  onExport: (format: (typeof EXPORT_FORMATS)[number]) => void;
  onMore: () => void;
}

/** The highlights page: the highlights and notes of all articles, with filters. */
export function HighlightFeed(props: HighlightFeedProps) {
  const { page, filter } = props;
  const { t, count } = useStrings();
  const searchField = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => searchField.current?.focus() });
  const renderEntry = (item: FeedItem) => (
    <HighlightEntry
      key={item.highlight.id}
      {...item}
      searchWords={filter.words}
      showsArticle={!filter.grouped}
      href={props.hrefOf(item)}
      onCopy={() => props.onCopy(item)}
      onDelete={() => props.onDelete(item.highlight.id)}
    />
  );
  return (
    <>
      <PageHead
        title={t('libraryHighlighted')}
        amount={
          page !== null &&
          page.total > 0 &&
          `${count('highlightCount', page.total)} · ${count('libraryCount', page.articles)}`
        }
        tools={
          <>
            {page !== null && page.total > 0 && (
              <ExportMenu formats={EXPORT_FORMATS} onExport={props.onExport} />
            )}
            <SearchField
              query={filter.words}
              label={t('highlightSearch')}
              onQueryChange={(words) => props.onFilter({ ...filter, words })}
              input={searchField}
            />
          </>
        }
      />
      {page?.isAny === true && <HighlightFilters {...props} />}
      {page !== null && page.total === 0 && (
        <EmptyState title={t(page.isAny ? 'highlightFeedNothing' : 'highlightFeedNone')}>
          {page.isAny ? undefined : t('highlightFeedNoneText')}
        </EmptyState>
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
            <ol>{items.map(renderEntry)}</ol>
          </section>
        ))
      ) : (
        <ol class="marked-stream">{page?.items.map(renderEntry)}</ol>
      )}
      {page !== null && page.items.length < page.total && (
        <LoadMore onLoadMore={props.onMore} shownCount={page.items.length} />
      )}
    </>
  );
}

/** Groups consecutive items of the same article. */
function groupItems(items: readonly FeedItem[]): { article: FeedItem['article']; items: FeedItem[] }[] {
  const groups: { article: FeedItem['article']; items: FeedItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.article.id === item.article.id) last.items.push(item);
    else groups.push({ article: item.article, items: [item] });
  }
  return groups;
}

/** Values of the time filter, in days. Their messages are `highlightDays_<days>`. */
const TIME_SPANS_DAYS = ['7', '30', '365'] as const;

interface HighlightFiltersProps {
  filter: HighlightFilter;
  tags: readonly string[];
  lists: readonly { id: string; name: string }[];
  onFilter: (filter: HighlightFilter) => void;
}

/** The filters for colour, notes, tag, list and time, and the order. */
function HighlightFilters({ filter, tags, lists, onFilter }: HighlightFiltersProps) {
  const { t } = useStrings();
  const change = (next: Partial<HighlightFilter>): void => onFilter({ ...filter, ...next });
  const toggle = (colour: HighlightColour): void =>
    change({ colour: filter.colour === colour ? null : colour });
  const renderSelect = (
    label: string,
    anyLabel: string,
    value: string | null,
    options: readonly { value: string; label: string }[],
    onChoose: (value: string | null) => void,
  ) =>
    (options.length > 0 || value !== null) && (
      <select
        class="field marked-filters__select"
        aria-label={label}
        value={value ?? ''}
        data-on={value !== null}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{anyLabel}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  return (
    <fieldset class="marked-filters">
      <legend class="visually-hidden">{t('highlightFilters')}</legend>
      <span class="marked-filters__colours">
        {HIGHLIGHT_COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            class="swatch"
            data-colour={colour}
            aria-pressed={filter.colour === colour}
            aria-label={t('highlightOnly', t(`highlightColour_${colour}`))}
            title={t('highlightOnly', t(`highlightColour_${colour}`))}
            onClick={() => toggle(colour)}
          />
        ))}
      </span>
      <label class="marked-filters__note">
        <input
          type="checkbox"
          checked={filter.hasNote}
          onChange={(event) => change({ hasNote: event.currentTarget.checked })}
        />
        {t('highlightWithNote')}
      </label>
      {renderSelect(
        t('railTags'),
        t('highlightAnyTag'),
        filter.tag,
        tags.map((tag) => ({ value: tag, label: tag })),
        (tag) => change({ tag }),
      )}
      {renderSelect(
        t('railLists'),
        t('highlightAnyList'),
        filter.list,
        lists.map(({ id, name }) => ({ value: id, label: name })),
        (list) => change({ list }),
      )}
      {renderSelect(
        t('highlightWhen'),
        t('highlightAnyTime'),
        filter.days === null ? null : String(filter.days),
        TIME_SPANS_DAYS.map((days) => ({ value: days, label: t(`highlightDays_${days}`) })),
        (days) => change({ days: days === null ? null : Number(days) }),
      )}
      <SegmentedControl
        label={t('highlightOrder')}
        options={{ grouped: 'highlightGrouped', stream: 'highlightStream' }}
        value={filter.grouped ? 'grouped' : 'stream'}
        onChange={(order) => change({ grouped: order === 'grouped' })}
      />
    </fieldset>
  );
}

interface HighlightEntryProps extends FeedItem {
  /** Whether to name the article, which otherwise is named in the group's heading. */
  showsArticle: boolean;
  /** The words of the search, which are marked. */
  searchWords: string;
  href: string;
  onCopy: () => Promise<boolean>;
  onDelete: () => void;
}

/** The source of a highlight: article and site if `showsArticle`, and the date of the highlight. */
function SourceLine({
  highlight,
  article,
  href,
  showsArticle,
}: Pick<HighlightEntryProps, 'highlight' | 'article' | 'href' | 'showsArticle'>) {
  const { t, locale } = useStrings();
  const createdDate = formatDate(highlight.createdAt, locale);
  return (
    <DotList
      class="kicker"
      items={
        showsArticle
          ? [
              <a key="article" href={href}>
                {article.title || t('untitled')}
              </a>,
              <SourceName key="source" siteName={article.siteName} host={article.host} />,
              createdDate,
            ]
          : [createdDate]
      }
    />
  );
}

/** A highlighted passage, or a note on a whole article, with its actions. */
function HighlightEntry(props: HighlightEntryProps) {
  const { highlight, article, searchWords, href } = props;
  const { t } = useStrings();
  const { text, note, colour } = highlight;
  return (
    <li class="marked" data-colour={text === '' ? undefined : colour}>
      <div class="marked__said">
        <a class="marked__words" href={href} dir={article.dir} lang={article.lang ?? undefined}>
          {text === '' ? t('highlightOfArticle') : markRanges(text, findInText(text, searchWords))}
        </a>
      </div>
      {note !== '' && <p class="marked__note">{markRanges(note, findInText(note, searchWords))}</p>}
      <div class="marked__foot">
        <SourceLine {...props} />
        <span class="marked__tools">
          <CopyButton onCopy={props.onCopy} />
          <IconButton icon="trash" label={t('highlightDelete')} onClick={props.onDelete} />
        </span>
      </div>
    </li>
  );
}
