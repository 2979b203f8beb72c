/** A token bucket that limits work on pages that change all the time. */
export class WorkBudget {
  private balance: number;
  private lastRefill: number;
  private readonly capacity: number;
  private readonly perSecond: number;

  /** @param now the time in ms, from a monotonic clock */
  constructor(capacity: number, perSecond: number, now: number) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.balance = capacity;
    this.lastRefill = now;
  }

  /** Whether more than `amount` is left. */
  has(now: number, amount = 0): boolean {
    this.refill(now);
    return this.balance > amount;
  }

  /** Spends an amount. The balance can become negative, down to `-capacity`. */
  spend(amount: number, now: number): void {
    this.refill(now);
    this.balance = Math.max(-this.capacity, this.balance - amount);
  }

  private refill(now: number): void {
    this.balance = Math.min(this.capacity, this.balance + ((now - this.lastRefill) / 1000) * this.perSecond);
    this.lastRefill = now;
  }
}

/** How often a block that reappears is hidden again, at once and per second, before we give up. */
const MAX_REPEATS_AT_ONCE = 5;
const REPEATS_PER_SECOND = 1.2;

/**
 * Limits how often the same thing is done again.
 *
 * @returns a function that counts an attempt for a key, and returns false if there were too many
 */
export function limitRepeats(now: () => number): (key: string) => boolean {
  const repeats = new Map<string, WorkBudget>();
  return (key) => {
    let budget = repeats.get(key);
    if (budget === undefined) {
      budget = new WorkBudget(MAX_REPEATS_AT_ONCE, REPEATS_PER_SECOND, now());
      repeats.set(key, budget);
    }
    if (!budget.has(now())) return false;
    budget.spend(1, now());
    return true;
  };
}
