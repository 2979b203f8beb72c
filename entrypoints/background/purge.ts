import { purgeArticles, purgeDeleted } from '../../utils/library/articles/delete-articles.ts';
import { checkForLoss } from '../shared/check-for-loss.ts';
import { finishPurge } from './change-log.ts';

/**
 * Deletes for good what was deleted already, and answers once it is nowhere any more.
 *
 * @param ids null for everything that could still be brought back
 * @returns how many articles went; `isFinished` is false where cleaning the change log takes longer than anybody would wait
 */
export async function purge(
  ids: readonly string[] | null,
): Promise<{ removed: number; isFinished: boolean }> {
  const removed = ids === null ? await purgeDeleted(Number.POSITIVE_INFINITY) : await purgeArticles(ids);
  await checkForLoss();
  return { removed, isFinished: await finishPurge() };
}
