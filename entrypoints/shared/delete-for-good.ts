import type { Strings } from '../../components/ui/base/strings.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';

/**
 * Permanently deletes articles that are in the trash.
 *
 * @param ids null for all of them
 * @returns a sentence about the result
 */
export async function deleteForGood(ids: readonly string[] | null, { t, count }: Strings): Promise<string> {
  const { removed, isFinished } = await sendToBackground('library/purge', { ids });
  return isFinished ? count('deletedForGood', removed) : t('deletedForGoodLater');
}
