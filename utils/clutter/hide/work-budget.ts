/** A token bucket, so that pages that change all the time can't keep us busy. */
export class WorkBudget {
  private left: number;
  private last: number;
  private readonly capacity: number;
  private readonly perSecond: number;

  /** @param now milliseconds, monotonic */
  constructor(capacity: number, perSecond: number, now: number) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.left = capacity;
    this.last = now;
  }

  /** Whether anything is left. */
  has(now: number, amount = 0): boolean {
    this.refill(now);
    return this.left > amount;
  }

  /** Uses some; may become negative, which has to be earned back. */
  spend(amount: number, now: number): void {
    this.refill(now);
    this.left = Math.max(-this.capacity, this.left - amount);
  }

  private refill(now: number): void {
    this.left = Math.min(this.capacity, this.left + ((now - this.last) / 1000) * this.perSecond);
    this.last = now;
  }
}

/** A block that reappears is hidden again this often at once, and then about once per second, before we give up. */
const REPEATS_AT_ONCE = 5;
const REPEATS_PER_SECOND = 1.2;

/**
 * Limits how often the same thing may reappear.
 *
 * @returns a function that returns false for a key that has reappeared too often
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
