/** What keeps a device from syncing with what is at its place. Nothing is written where one of these is thrown. */
import type { SyncErrorCode } from '../sync-types.ts';

export class SyncError extends Error {
  override name = 'SyncError';
  readonly code: SyncErrorCode;

  constructor(code: SyncErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The passphrase does not open the library's key. */
export class WrongPassphraseError extends SyncError {
  override name = 'WrongPassphraseError';
  constructor(options?: ErrorOptions) {
    super('wrongPassphrase', 'the passphrase does not open the library’s key', options);
  }
}

/** There are files at the place, and they are not of an Offprint library, or of another than this device's. */
export class ForeignFolderError extends SyncError {
  override name = 'ForeignFolderError';
  constructor() {
    super('foreignFolder', 'what is at the place is no library of Offprint, or another one');
  }
}

/** Two devices began a library at the place at once, or what lies there is partly of one library and partly of another. */
export class BegunTwiceError extends SyncError {
  override name = 'BegunTwiceError';
  constructor() {
    super('begunTwice', 'two devices have begun a library at the place');
  }
}

/** Only the beginning of a file came: on its way, or as it was written, it was cut short. */
export class CutShortError extends SyncError {
  override name = 'CutShortError';
  constructor(options?: ErrorOptions) {
    super('cutShort', 'only a part of a file came from the place', options);
  }
}

/** A later version of Offprint wrote what is there. */
export class NewerFormatError extends SyncError {
  override name = 'NewerFormatError';
  constructor() {
    super('newerFormat', 'a later version of Offprint wrote what is at the place');
  }
}

/** A file is torn, damaged, of another key, or not the one its name says. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
  constructor(name: string, options?: ErrorOptions) {
    super(`can’t be read: ${name}`, options);
  }
}

/** Another profile writes under this device's id: one of the two is a copy. */
export class CopiedProfileError extends Error {
  override name = 'CopiedProfileError';
  constructor() {
    super('another profile writes under the id of this device');
  }
}
