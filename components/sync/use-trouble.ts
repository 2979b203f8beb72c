import type { SyncFailure } from '../../utils/sync/sync-types.ts';
import { useStrings } from '../ui/base/strings.ts';

/** What went wrong and what to do about it, in a sentence. A code of a later version gets the plainest one. */
export function useTrouble(): (trouble: SyncFailure) => string {
  const { t, find } = useStrings();
  return ({ from, code }) =>
    (from === 'place' ? find(`placeError_${code}`) : find(`syncError_${code}`)) ?? t('syncError_failed');
}
