import Dexie from 'dexie';

/** Whoever wrote is not kept waiting longer than that for what comes after the commit, in ms. */
const PATIENCE = 3000;

/**
 * Lets whoever waits for a transaction hear of its commit only after something more was done. The browser tells them by
 * `oncomplete`, which Dexie sets and never reads.
 *
 * @param transaction one that has just begun
 * @param work begins once it is committed; null where there is nothing to wait for. It must not fail.
 */
export function confirmAfter(transaction: IDBTransaction, work: () => Promise<void> | null): void {
  let listener: IDBTransaction['oncomplete'] = null;
  Object.defineProperty(transaction, 'oncomplete', {
    get: () => null,
    set: (value: IDBTransaction['oncomplete']) => {
      listener = value;
    },
  });
  transaction.addEventListener('complete', (event) => {
    const confirm = (): void => listener?.call(transaction, event);
    const working = Dexie.ignoreTransaction(work);
    if (working === null) {
      confirm();
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    Promise.race([working, patience])
      .finally(() => clearTimeout(timer))
      .then(confirm, confirm);
  });
}
