import { useEffect, useMemo, useState } from 'preact/hooks';
import type { StoryGroup } from '../../../components/library/ArticleItem.tsx';
import { formatLocation } from '../../../utils/library/lists/library-location.ts';
import { listStories } from '../../../utils/library/stories/list-stories.ts';
import type { StorySummary } from '../../../utils/library/stories/story-views.ts';
import { useLibrary } from '../../shared/use-library.ts';

/**
 * A choice that is stored in localStorage, which is read synchronously, so that the list does not change after its first
 * paint.
 *
 * @param key storage key
 */
function useStoredChoice(key: string, initial: boolean): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => (localStorage.getItem(key) ?? (initial ? 'yes' : 'no')) === 'yes');
  return [
    isOn,
    (next) => {
      localStorage.setItem(key, next ? 'yes' : 'no');
      setOn(next);
    },
  ];
}

/** Whether lists are compact, with rows of two lines. */
export const useCompact = () => useStoredChoice('compactList', true);

/** localStorage key of recent searches, which are not part of backups. */
const SEARCHES_KEY = 'searches';
const MAX_RECENT_SEARCHES = 5;

/** A search is stored after it has not been changed for this long. */
const SETTLE_MS = 2000;

const loadSearches = (): string[] => JSON.parse(localStorage.getItem(SEARCHES_KEY) ?? '[]');

/**
 * Recent searches with results, latest first.
 *
 * @param query the current search; `''` without one
 * @param found whether it has results
 */
export function useRecentSearches(query: string, found: boolean) {
  const [recent, setRecent] = useState(loadSearches);
  const store = (next: string[]): void => {
    localStorage.setItem(SEARCHES_KEY, JSON.stringify(next));
    setRecent(next);
  };
  const typed = query.trim();
  useEffect(() => {
    if (typed === '' || !found) return;
    const timer = setTimeout(() => {
      // Removes prefixes of this search, which were stored when the user paused.
      const others = loadSearches().filter((other) => !typed.startsWith(other));
      store([typed, ...others].slice(0, MAX_RECENT_SEARCHES));
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed, found]);
  return { recent, onForget: () => store([]) };
}

type Arranged = { ids: readonly string[]; groups: ReadonlyMap<string, StoryGroup> };

/** Moves all articles of a story to the position of its first one in the list. Stories with one article are not grouped. */
export function groupByStory(ids: readonly string[], storyOf: ReadonlyMap<string, StorySummary>): Arranged {
  const members = Map.groupBy(ids, (id) => storyOf.get(id)?.id ?? '');
  const groups = new Map<string, StoryGroup>();
  const arranged = ids.flatMap((id) => {
    const story = storyOf.get(id);
    const group = story === undefined ? [] : (members.get(story.id) ?? []);
    if (story === undefined || group.length < 2) return [id];
    if (groups.has(id)) return [];
    const href = formatLocation({ screen: 'stories', story: story.id });
    for (const memberId of group)
      groups.set(memberId, { title: story.title, href, isFirst: memberId === id });
    return group;
  });
  return { ids: arranged, groups };
}

/** Whether lists are grouped by story, and a function that groups ids; null if there are no stories. */
export function useStoryGroups() {
  const [isGrouped, onGrouped] = useStoredChoice('listByStory', false);
  const stories = useLibrary(async () => (isGrouped ? listStories() : []), [isGrouped], true) ?? null;
  const storyOf = useMemo(
    () => new Map(stories?.flatMap((story) => story.articleIds.map((id) => [id, story] as const)) ?? []),
    [stories],
  );
  // Memoised by the list. A list that is already grouped is returned unchanged.
  const arrange = useMemo(() => {
    let last: { ids: readonly string[]; result: Arranged } | null = null;
    return (ids: readonly string[]): Arranged => {
      if (last !== null && (ids === last.ids || ids === last.result.ids)) return last.result;
      last = { ids, result: groupByStory(ids, storyOf) };
      return last.result;
    };
  }, [storyOf]);
  return { isGrouped, onGrouped, arrange: storyOf.size === 0 ? null : arrange };
}

export type Arrange = ReturnType<typeof useStoryGroups>['arrange'];
