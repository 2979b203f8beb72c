import { useMemo, useState } from 'preact/hooks';
import type { StoryGroup } from '../../../components/library/ArticleItem.tsx';
import { writePlace } from '../../../utils/library/lists/library-place.ts';
import { listStories } from '../../../utils/library/stories/list-stories.ts';
import type { StorySummary } from '../../../utils/library/stories/story-views.ts';
import { useLibrary } from '../../shared/use-library.ts';

/** Stored per browser, like the height of rows. */
const KEY = 'listByStory';

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
    const href = writePlace({ screen: 'stories', story: story.id });
    for (const one of group) groups.set(one, { title: story.title, href, isFirst: one === id });
    return group;
  });
  return { ids: arranged, groups };
}

/** Whether lists are grouped by story, and how ids are then arranged. */
export function useStoryGroups() {
  const [isGrouped, setGrouped] = useState(() => localStorage.getItem(KEY) === 'yes');
  const listed = useLibrary(async () => (isGrouped ? listStories() : []), [isGrouped], true);
  const stories = listed.state === 'ready' ? listed.value : null;
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
  return {
    isGrouped,
    onGrouped: (next: boolean): void => {
      localStorage.setItem(KEY, next ? 'yes' : 'no');
      setGrouped(next);
    },
    arrange: storyOf.size === 0 ? null : arrange,
  };
}

export type Arrange = ReturnType<typeof useStoryGroups>['arrange'];
