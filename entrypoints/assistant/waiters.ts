/** Promises that resolve once a condition holds. */
export class Waiters {
  readonly #checks = new Set<() => void>();

  /** Checks all conditions, after a change. */
  checkAll(): void {
    for (const check of [...this.#checks]) check();
  }

  /**
   * Resolves when a condition is true, or after a time limit.
   *
   * @param isTrue the condition, checked now and after each change
   * @param limitMs time limit in ms
   */
  waitUntil(isTrue: () => boolean, limitMs: number): Promise<void> {
    if (isTrue()) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#checks.delete(check);
        resolve();
      };
      const check = (): void => {
        if (isTrue()) end();
      };
      const timer = setTimeout(end, limitMs);
      this.#checks.add(check);
    });
  }
}
