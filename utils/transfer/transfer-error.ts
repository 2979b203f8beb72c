/** Why a file could not be taken as a whole. Each has a sentence `transferError_<code>` in `locales`. */
export type TransferCode =
  /** Not one of the formats there are. */
  | 'unknown'
  /** It holds passwords: none of our business. */
  | 'passwords'
  /** Cut off, or bytes of it changed: a checksum, a count or a structure does not hold. */
  | 'damaged'
  /** It unpacks to more than it may, as no honest file does. */
  | 'bomb'
  /** Names in it lead out of it. */
  | 'unsafe'
  /** Made by a later version of the product. */
  | 'future'
  /** Looks like a backup of ours, but does not say so in the right way. */
  | 'schema'
  | 'encrypted'
  /** Nothing in it to take. */
  | 'empty'
  /** Reading it got stuck, and was ended. */
  | 'tooSlow';

const CODES: readonly TransferCode[] = [
  'unknown',
  'passwords',
  'damaged',
  'bomb',
  'unsafe',
  'future',
  'schema',
  'encrypted',
  'empty',
  'tooSlow',
];

/** What ended an import before its time. Each has a sentence `transferError_<code>` in `locales`. */
export type ImportStop = TransferCode | 'diskFull' | 'failed';

/** The file as a whole can't be taken; nothing was written. */
export class TransferError extends Error {
  override name = 'TransferError';
  readonly code: TransferCode;
  /** @param detail what exactly, for the console; the user's sentence goes by the code */
  constructor(code: TransferCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }

  /** One that was told across a border, where only its code and its words go. */
  static from(code: string, detail: string): TransferError {
    return new TransferError(CODES.find((known) => known === code) ?? 'damaged', detail);
  }
}
