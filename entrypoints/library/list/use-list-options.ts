import { useEffect, useMemo, useState } from 'preact/hooks';
import type { StoryGroup } from '../../../components/library/ArticleItem.tsx';
import { formatLocation } from '../../../utils/library/lists/library-location.ts';
import { listStories } from '../../../utils/library/stories/list-stories.ts';
import type { StorySummary } from '../../../utils/library/stories/story-views.ts';
import { useLibrary } from '../../shared/use-library.ts';

/**
 * A choice that is stored per browser, and read synchronously because a list that changes after its first paint moves.
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

/** Whether lists have rows of two lines. */
export const useCompact = () => useStoredChoice('compactList', true);

/** Storage key; not part of backups. */
const SEARCHES_KEY = 'searches';
const KEPT = 5;

/** How long a search must stay unchanged to count as intended. */
const MEANT_MS = 2000;

const read = (): string[] => JSON.parse(localStorage.getItem(SEARCHES_KEY) ?? '[]');

/**
 * Searches that found something and stayed unchanged for a while, latest first.
 *
 * @param query the current search; `''` without one
 * @param found whether it has results
 */
export function useRecentSearches(query: string, found: boolean) {
  const [recent, setRecent] = useState(read);
  const keep = (next: string[]): void => {
    localStorage.setItem(SEARCHES_KEY, JSON.stringify(next));
    setRecent(next);
  };
  const typed = query.trim();
  useEffect(() => {
    if (typed === '' || !found) return;
    const timer = setTimeout(() => {
      // Prefixes typed on the way are not separate searches.
      const others = read().filter((one) => !typed.startsWith(one));
      keep([typed, ...others].slice(0, KEPT));
    }, MEANT_MS);
    return () => clearTimeout(timer);
  }, [typed, found]);
  return { recent, onForget: () => keep([]) };
}

type Arranged = { ids: readonly string[]; groups: ReadonlyMap<string, StoryGroup> };

/** Moves articles of a story to the first of them in the list, if it has several. */
export function groupByStory(ids: readonly string[], storyOf: ReadonlyMap<string, StorySummary>): Arranged {
  const members = Map.groupBy(ids, (id) => storyOf.get(id)?.id ?? '');
  const groups = new Map<string, StoryGroup>();
  const arranged = ids.flatMap((id) => {
    const story = storyOf.get(id);
    const group = story === undefined ? [] : (members.get(story.id) ?? []);
    if (story === undefined || group.length < 2) return [id];
    if (groups.has(id)) return [];
    const href = formatLocation({ screen: 'stories', story: story.id });
    for (const one of group) groups.set(one, { title: story.title, href, isFirst: one === id });
    return group;
  });
  return { ids: arranged, groups };
}

/** Whether lists are grouped by story, and how ids are then arranged. */
export function useStoryGroups() {
  const [isGrouped, onGrouped] = useStoredChoice('listByStory', false);
  const stories = useLibrary(async () => (isGrouped ? listStories() : []), [isGrouped], true) ?? null;
  const storyOf = useMemo(
    () => new Map(stories?.flatMap((story) => story.articleIds.map((id) => [id, story] as const)) ?? []),
    [stories],
  );
  // Arranged again only if the list has changed, so that rows keep their groups; an arranged list stays as it is.
  const arrange = useMemo(() => {
    let last: { ids: readonly string[]; is: Arranged } | null = null;
    return (ids: readonly string[]): Arranged => {
      if (last !== null && (ids === last.ids || ids === last.is.ids)) return last.is;
      last = { ids, is: groupByStory(ids, storyOf) };
      return last.is;
    };
  }, [storyOf]);
  return { isGrouped, onGrouped, arrange: storyOf.size === 0 ? null : arrange };
}

export type Arrange = ReturnType<typeof useStoryGroups>['arrange'];
