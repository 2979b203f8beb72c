/** Why a PDF can't be saved. Each reason has a message `pdfError_<code>` in `locales`. */
export type PdfFailure =
  /** The file is not a PDF; for example, a site answered with a login page. */
  | 'notPdf'
  | 'damaged'
  /** It requires a password. */
  | 'locked'
  /** Its pages are images, such as scans. */
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
