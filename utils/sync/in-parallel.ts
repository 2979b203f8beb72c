/**
 * Does work on many things, so many at once, in order of their beginning.
 *
 * @throws what the first failure threw, once what was begun has ended; nothing more is begun then
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
  // Set by a worker, which the compiler does not see.
  const failed = failure as { error: unknown } | null;
  if (failed !== null) throw failed.error;
}
