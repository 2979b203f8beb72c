/** Why a PDF can't be saved. Each has a sentence `pdfError_<code>` in `locales`. */
export type PdfFailure =
  /** What the site or the user gave is none; a site may have answered with a page that asks for a login. */
  | 'notPdf'
  | 'damaged'
  /** A password opens it. */
  | 'locked'
  /** Pictures of pages, as a scanner makes them. */
  | 'noText'
  | 'tooBig'
  | 'tooSlow';

export class PdfError extends Error {
  override name = 'PdfError';
  readonly code: PdfFailure;

  constructor(code: PdfFailure, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
