import type { Strings } from '../../components/ui/base/strings.ts';
import {
  LibraryFullError,
  LibraryUnavailableError,
  toLibraryError,
} from '../../utils/library/schema/errors.ts';

/**
 * Describes an error in the user's language.
 *
 * @param error any error; the message of an unexpected one is included, although it is not translated
 */
export function explainError(error: unknown, t: Strings['t']): string {
  const libraryError = toLibraryError(error);
  if (libraryError instanceof LibraryFullError) return t('saveError_diskFull');
  if (libraryError instanceof LibraryUnavailableError) return t('saveError_noStorage');
  return t('errorUnforeseen', error instanceof Error ? error.message : String(error));
}
