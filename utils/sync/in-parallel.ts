/**
 * Runs work on many items with limited concurrency, starting them in order.
 *
 * @param atOnce maximum number of concurrent items
 * @throws the first error, once all started work has ended; nothing is started after an error
 */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
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
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  // Assigned in a worker, which the compiler's control flow analysis does not see.
  const failed = failure as { error: unknown } | null;
  if (failed !== null) throw failed.error;
}
