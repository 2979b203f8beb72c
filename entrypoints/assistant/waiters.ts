/** Those who wait until something holds of what one object knows. */
export class Waiters {
  readonly #looks = new Set<() => void>();

  /** Something has changed: whoever waits looks again. */
  lookAgain(): void {
    for (const look of [...this.#looks]) look();
  }

  /**
   * @param holds asked at once, and after each change
   * @param limit in ms, after which the wait is over all the same
   */
  until(holds: () => boolean, limit: number): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#looks.delete(look);
        resolve();
      };
      const look = (): void => {
        if (holds()) end();
      };
      const timer = setTimeout(end, limit);
      this.#looks.add(look);
    });
  }
}
