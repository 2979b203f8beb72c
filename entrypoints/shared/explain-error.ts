import type { Strings } from '../../components/ui/base/strings.ts';
import {
  LibraryFullError,
  LibraryUnavailableError,
  toLibraryError,
} from '../../utils/library/schema/errors.ts';

/**
 * Describes an error in the user's language.
 *
 * @param error if unexpected, its own message, which is for developers, is appended
 */
export function explainError(error: unknown, t: Strings['t']): string {
  const why = toLibraryError(error);
  if (why instanceof LibraryFullError) return t('saveError_diskFull');
  if (why instanceof LibraryUnavailableError) return t('saveError_noStorage');
  return t('errorUnforeseen', error instanceof Error ? error.message : String(error));
}
