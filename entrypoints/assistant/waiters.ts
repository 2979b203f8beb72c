/** Promises that resolve once a condition holds. */
export class Waiters {
  readonly #looks = new Set<() => void>();

  /** Checks all conditions again after a change. */
  lookAgain(): void {
    for (const look of [...this.#looks]) look();
  }

  /**
   * @param holds the condition, checked now and after each change
   * @param limit time limit in ms, after which the promise resolves anyway
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
