import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StorySummary } from '../../utils/library/stories/story-views.ts';
import { normaliseForSearch } from '../quotes/find-in-text.ts';
import { formatDateRange } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { isFocusLost } from '../ui/hooks/use-return-focus.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { LoadMore } from '../ui/LoadMore.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import { EmptyState, PageHead, PageLink } from '../ui/PageHead.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import './stories.css';

/** Stories shown before the user scrolls on. */
const PAGE = 100;

interface StoriesListProps {
  /** Pinned ones first, then the newest; null until loaded. */
  stories: readonly StorySummary[] | null;
  hrefOf: (id: string) => string;
  onOpen: (id: string) => void;
  onPin: (id: string, isPinned: boolean) => void;
  /** The story that the user comes from, whose row gets the focus; or null. */
  from: string | null;
}

/** All stories of the library. */
export function StoriesList({ stories, hrefOf, onOpen, onPin, from }: StoriesListProps) {
  const { t, count } = useStrings();
  const [words, setWords] = useState('');
  const position = (stories ?? []).findIndex(({ id }) => id === from);
  const [extra, setExtra] = useState(PAGE);
  const shown = Math.max(extra, position + 1);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useShortcuts({ '/': () => search.current?.focus() });
  const isThere = stories !== null;
  useLayoutEffect(() => {
    if (!isThere || from === null || !isFocusLost()) return;
    // The story may have been merged into another, or have lost its articles.
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(from)}"] a`);
    (row ?? heading.current)?.focus();
  }, [isThere]);
  const found = filterStories(stories ?? [], words);
  const isEmpty = isThere && found.length === 0;
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
            <SearchField query={words} label={t('storySearch')} onQueryChange={setWords} input={search} />
          ) : undefined
        }
      />
      {isEmpty && words.trim() !== '' && <EmptyState title={t('storySearchNone', words.trim())} />}
      {isEmpty && words.trim() === '' && (
        <EmptyState title={t('storyNoneTitle')}>{t('storyNoneText')}</EmptyState>
      )}
      <ul class="stories" ref={list}>
        {found.slice(0, shown).map((story) => (
          <li key={story.id} class="stories__row" data-id={story.id}>
            <StoryLink story={story} href={hrefOf(story.id)} onOpen={() => onOpen(story.id)} heading />
            <ActionMenu
              label={t('actionMoreFor', story.title || t('untitled'))}
              actions={[
                {
                  label: t(story.isPinned ? 'actionUnpin' : 'actionPin'),
                  icon: 'pin',
                  onChoose: () => onPin(story.id, !story.isPinned),
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {shown < found.length && <LoadMore shownCount={shown} onLoadMore={() => setExtra(shown + PAGE)} />}
    </>
  );
}

/** The stories whose titles or papers contain these words, in any case and with any accents. */
export function filterStories(stories: readonly StorySummary[], words: string): readonly StorySummary[] {
  const wanted = normaliseForSearch(words.trim());
  return stories.filter(({ title, papers }) =>
    normaliseForSearch([title, ...papers].join('\n')).includes(wanted),
  );
}

interface StoryLinkProps {
  story: StorySummary;
  href: string;
  /** Opens it in this screen; absent if the link does. */
  onOpen?: () => void;
  /** The title is a heading of the list. */
  heading?: boolean;
}

/** A story in a list: its title, papers, days, and number of articles. */
export function StoryLink({ story, href, onOpen, heading = false }: StoryLinkProps) {
  const { t, count, formatList, locale, direction } = useStrings();
  const own = {
    class: 'story-link__title',
    href,
    dir: 'auto',
    children: story.title || t('untitled'),
  } as const;
  const link = onOpen === undefined ? <a {...own} /> : <PageLink {...own} onNavigate={onOpen} />;
  return (
    <div class="story-link">
      {heading ? (
        <h2>
          {story.isPinned && (
            <span class="story-link__pin" title={t('libraryPinned')}>
              <Icon name="pin" />
              <span class="visually-hidden">{t('libraryPinned')}</span>
            </span>
          )}
          {link}
        </h2>
      ) : (
        link
      )}
      <DotList
        class="kicker"
        items={[
          count('libraryCount', story.articleIds.length),
          formatDateRange(story.from, story.to, locale),
          // Names in several scripts do not decide the direction of the sentence.
          <span key="papers" dir={direction}>
            {formatList(story.papers)}
          </span>,
        ]}
      />
    </div>
  );
}
