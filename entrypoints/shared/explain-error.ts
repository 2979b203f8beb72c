import type { Strings } from '../../components/strings.ts';
import { LibraryFullError, LibraryUnavailableError } from '../../utils/library/errors.ts';

/**
 * What went wrong, in the reader's language.
 *
 * @param error one that the library foresees, or any other: its own words are for developers and stand behind ours
 */
export function explainError(error: unknown, t: Strings['t']): string {
  if (error instanceof LibraryFullError) return t('saveError_diskFull');
  if (error instanceof LibraryUnavailableError) return t('saveError_noStorage');
  return t('errorUnforeseen', error instanceof Error ? error.message : String(error));
}
