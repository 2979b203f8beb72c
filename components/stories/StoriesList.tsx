import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StorySummary } from '../../utils/library/stories/story-views.ts';
import { normaliseForSearch } from '../quotes/find-in-text.ts';
import { formatDateRange } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { isFocusLost } from '../ui/hooks/use-return-focus.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { LoadMore } from '../ui/LoadMore.tsx';
import { EmptyState, PageHead, PageLink } from '../ui/PageHead.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import './stories.css';

/** Number of stories shown initially, and added when the user loads more. */
const PAGE_SIZE = 100;

interface StoriesListProps {
  /** The newest first; null until loaded. */
  stories: readonly StorySummary[] | null;
  hrefOf: (id: string) => string;
  onOpen: (id: string) => void;
  /** Id of the story whose row gets the focus, because the user comes from its page; or null. */
  initialFocusId: string | null;
}

/** The stories page: lists all stories of the library. */
export function StoriesList({ stories, hrefOf, onOpen, initialFocusId }: StoriesListProps) {
  const { t, count } = useStrings();
  const [query, setQuery] = useState('');
  const focusedIndex = (stories ?? []).findIndex(({ id }) => id === initialFocusId);
  const [visibleCount, setVisibleCount] = useState(PAGE_SIZE);
  const shown = Math.max(visibleCount, focusedIndex + 1);
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useShortcuts({ '/': () => searchField.current?.focus() });
  const isLoaded = stories !== null;
  useLayoutEffect(() => {
    if (!isLoaded || initialFocusId === null || !isFocusLost()) return;
    // The story may no longer exist, for example because it has been merged.
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(initialFocusId)}"] a`);
    (row ?? heading.current)?.focus();
  }, [isLoaded]);
  const found = filterStories(stories ?? [], query);
  const isEmpty = isLoaded && found.length === 0;
  return (
    <>
      <PageHead
        title={
          <h1 tabIndex={-1} ref={heading}>
            {t('libraryStories')}
          </h1>
        }
        amount={found.length > 0 && count('storyCount', found.length)}
        tools={
          (stories?.length ?? 0) > 0 ? (
            <SearchField
              query={query}
              label={t('storySearch')}
              onQueryChange={setQuery}
              input={searchField}
            />
          ) : undefined
        }
      />
      {isEmpty && query.trim() !== '' && <EmptyState title={t('storySearchNone', query.trim())} />}
      {isEmpty && query.trim() === '' && (
        <EmptyState title={t('storyNoneTitle')}>{t('storyNoneText')}</EmptyState>
      )}
      <ul class="stories" ref={list}>
        {found.slice(0, shown).map((story) => (
          <li key={story.id} class="stories__row" data-id={story.id}>
            <StoryLink story={story} href={hrefOf(story.id)} onOpen={() => onOpen(story.id)} isHeading />
          </li>
        ))}
      </ul>
      {shown < found.length && (
        <LoadMore shownCount={shown} onLoadMore={() => setVisibleCount(shown + PAGE_SIZE)} />
      )}
    </>
  );
}

/** Filters stories by part of their titles or newspapers, ignoring case and accents. */
export function filterStories(stories: readonly StorySummary[], query: string): readonly StorySummary[] {
  const normalisedQuery = normaliseForSearch(query.trim());
  return stories.filter(({ title, papers }) =>
    normaliseForSearch([title, ...papers].join('\n')).includes(normalisedQuery),
  );
}

interface StoryLinkProps {
  story: StorySummary;
  href: string;
  /** Opens the story without loading a page; if absent, the browser follows the link. */
  onOpen?: () => void;
  /** Whether the title is a heading. */
  isHeading?: boolean;
}

/** A story in a list: its title, number of articles, dates and newspapers. */
export function StoryLink({ story, href, onOpen, isHeading = false }: StoryLinkProps) {
  const { t, count, formatList, locale, direction } = useStrings();
  const linkProps = {
    class: 'story-link__title',
    href,
    dir: 'auto',
    children: story.title || t('untitled'),
  } as const;
  const link = onOpen === undefined ? <a {...linkProps} /> : <PageLink {...linkProps} onNavigate={onOpen} />;
  return (
    <div class="story-link">
      {isHeading ? <h2>{link}</h2> : link}
      <DotList
        class="kicker"
        items={[
          count('libraryCount', story.articleIds.length),
          formatDateRange(story.from, story.to, locale),
          // In the interface's direction, whatever the script of the names.
          <span key="papers" dir={direction}>
            {formatList(story.papers)}
          </span>,
        ]}
      />
    </div>
  );
}
