import { HttpError, NoAccessError, NotPublicError, TooBigError } from '../../../utils/fetching/errors.ts';
import { LibraryFullError, LibraryUnavailableError } from '../../../utils/library/schema/errors.ts';
import { PdfError } from '../../../utils/pdf/pdf-error.ts';
import { readMessage } from '../../../utils/platform/strings.ts';

const messageKeyOf = (error: unknown): string => {
  if (error instanceof PdfError) return `pdfError_${error.code}`;
  if (error instanceof TooBigError) return 'pdfError_tooBig';
  if (error instanceof LibraryFullError) return 'saveError_diskFull';
  if (error instanceof LibraryUnavailableError) return 'saveError_noStorage';
  if (error instanceof HttpError) {
    if (error.status === 404 || error.status === 410) return 'saveError_linkGone';
    if (error.status === 401 || error.status === 403) return 'pdfNeedsLogin';
  }
  if (error instanceof NotPublicError || error instanceof NoAccessError) return 'pdfNotFetched';
  return error instanceof Error && error.name === 'NoAnswerError'
    ? 'saveError_linkNoAnswer'
    : 'saveError_failed';
};

/** Logs why a PDF was not saved, and returns a sentence for the user. */
export function explainPdfError(error: unknown): string {
  console.warn('offprint: PDF not saved', error);
  return readMessage(messageKeyOf(error));
}
