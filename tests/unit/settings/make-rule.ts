import type { UserRule } from '../../../utils/clutter/rules/user-rules.ts';

/** A rule of the user's, with everything a test does not care about filled in. */
export const makeRule = (change: Partial<UserRule> = {}): UserRule => ({
  ...{ id: 'r1', action: 'hide', tag: 'aside', names: ['.harbour-cam'], within: [], words: [], text: 'any' },
  ...{ hash: 0, label: 'Watch the harbour', made: 1 },
  ...change,
});
