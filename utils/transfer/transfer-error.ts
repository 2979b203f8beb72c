/** The reason why a file was rejected as a whole. Each code has a message `transferError_<code>` in `locales`. */
export type TransferErrorCode =
  /** The format is unknown. */
  | 'unknown'
  /** It contains passwords, which must not be imported. */
  | 'passwords'
  /** It is truncated or corrupt: a checksum, a count or the structure is wrong. */
  | 'damaged'
  /** It is a ZIP bomb: it unpacks to more than is allowed. */
  | 'bomb'
  /** An entry name contains path traversal. */
  | 'unsafe'
  /** It was made by a later version of Offprint. */
  | 'future'
  /** It looks like a backup of Offprint, but its manifest is invalid. */
  | 'schema'
  | 'encrypted'
  /** It is a web page without a canonical URL. */
  | 'noAddress'
  /** It is a browser's own file of bookmarks. */
  | 'browserFile'
  /** It is a file of references: BibTeX, RIS or CSL-JSON. */
  | 'references'
  /** It is Evernote's ENEX. */
  | 'evernote'
  /** It is an XML list of posts, as Pinboard and Delicious have written it. */
  | 'postsXml'
  /** It is Readeck's archive. */
  | 'readeckArchive'
  /** It is an e-book. */
  | 'book'
  /** It contains nothing to import. */
  | 'empty'
  /** Reading it took too long and was aborted. */
  | 'tooSlow';

const CODES: readonly TransferErrorCode[] = [
  'unknown',
  'passwords',
  'damaged',
  'bomb',
  'unsafe',
  'future',
  'schema',
  'encrypted',
  'noAddress',
  'browserFile',
  'references',
  'evernote',
  'postsXml',
  'readeckArchive',
  'book',
  'empty',
  'tooSlow',
];

/** The reason why an import was aborted. Each code has a message `transferError_<code>` in `locales`. */
export type ImportAbortReason = TransferErrorCode | 'diskFull' | 'failed';

/** The file was rejected as a whole; nothing was written. */
export class TransferError extends Error {
  override name = 'TransferError';
  readonly code: TransferErrorCode;
  /** @param detail message for the console; users see the text of the code */
  constructor(code: TransferErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }

  /** Recreates an error received from another context as code and message. Unknown codes become `damaged`. */
  static from(code: string, detail: string): TransferError {
    return new TransferError(CODES.find((candidate) => candidate === code) ?? 'damaged', detail);
  }
}
