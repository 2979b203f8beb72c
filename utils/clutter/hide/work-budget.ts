/** Allows so much at once, and then so much a second: keeps a page that never rests from keeping us busy. */
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

  /** Uses some; may go below zero, as far as it started above it, which then has to be earned back. */
  spend(amount: number, now: number): void {
    this.refill(now);
    this.left = Math.max(-this.capacity, this.left - amount);
  }

  private refill(now: number): void {
    this.left = Math.min(this.capacity, this.left + ((now - this.last) / 1000) * this.perSecond);
    this.last = now;
  }
}
