import type { Strings } from '../../components/ui/base/strings.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';

/**
 * Deletes articles for good that were deleted already.
 *
 * @param ids null for all of them
 * @returns what to say of it
 */
export async function deleteForGood(ids: readonly string[] | null, { t, count }: Strings): Promise<string> {
  const { removed, isFinished } = await sendToBackground('library/purge', { ids });
  return isFinished ? count('deletedForGood', removed) : t('deletedForGoodLater');
}
