import type { Strings } from '../../components/ui/base/strings.ts';
import {
  explainFailure,
  LibraryFullError,
  LibraryUnavailableError,
} from '../../utils/library/schema/errors.ts';

/**
 * What went wrong, in the user's language.
 *
 * @param error one that the library foresees, a full disk that any write met, or any other: its own words are for developers and stand behind ours
 */
export function explainError(error: unknown, t: Strings['t']): string {
  const why = explainFailure(error);
  if (why instanceof LibraryFullError) return t('saveError_diskFull');
  if (why instanceof LibraryUnavailableError) return t('saveError_noStorage');
  return t('errorUnforeseen', error instanceof Error ? error.message : String(error));
}
