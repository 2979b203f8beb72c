import { WorkBudget } from './work-budget.ts';

/** A block that comes back is hidden again so often at once, and once a second after that; then we give up. */
const REPEATS_AT_ONCE = 5;
const REPEATS_PER_SECOND = 1.2;

/**
 * Counts how often the same thing comes back.
 *
 * @returns false for a key that has come back too often
 */
export function limitRepeats(now: () => number): (key: string) => boolean {
  const repeats = new Map<string, WorkBudget>();
  return (key) => {
    let budget = repeats.get(key);
    if (budget === undefined) {
      budget = new WorkBudget(REPEATS_AT_ONCE, REPEATS_PER_SECOND, now());
      repeats.set(key, budget);
    }
    if (!budget.has(now())) return false;
    budget.spend(1, now());
    return true;
  };
}
