/**
 * Runs work on many items with limited concurrency, starting them in order.
 *
 * @param limit maximum number of items in progress
 * @throws the first error, once all started work has ended. After an error, no more work is started
 */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failure: { error: unknown } | null = null;
  const worker = async (): Promise<void> => {
    while (failure === null && next < items.length) {
      const item = items[next++] as T;
      try {
        await work(item);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  // TypeScript's control flow analysis does not see that a worker may have assigned it.
  const firstFailure = failure as { error: unknown } | null;
  if (firstFailure !== null) throw firstFailure.error;
}
