/** Errors that prevent sync with a remote store. Nothing is written after one of these. */
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

/** The files in the remote store are not an Offprint library, or not this device's. */
export class ForeignFolderError extends SyncError {
  override name = 'ForeignFolderError';
  constructor() {
    super('foreignFolder', 'the remote store contains no Offprint library, or another one');
  }
}

/** Two devices created a library at the same time, or the files belong partly to one library and partly to another. */
export class ConcurrentSetupError extends SyncError {
  override name = 'ConcurrentSetupError';
  constructor() {
    super('begunTwice', 'two devices have created a library at the same time');
  }
}

/** Only the beginning of a file was received, or was written. */
export class TruncatedFileError extends SyncError {
  override name = 'TruncatedFileError';
  constructor(options?: ErrorOptions) {
    super('cutShort', 'only a part of a file was received', options);
  }
}

/** A later version of Offprint wrote the files. */
export class NewerFormatError extends SyncError {
  override name = 'NewerFormatError';
  constructor() {
    super('newerFormat', 'a later version of Offprint wrote the remote store');
  }
}

/** A file is truncated, damaged, encrypted with another key, or not the one that its name says. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
  constructor(name: string, options?: ErrorOptions) {
    super(`can’t be read: ${name}`, options);
  }
}

/** Another profile writes under this device's id, so one of the two is a copy. */
export class CopiedProfileError extends Error {
  override name = 'CopiedProfileError';
  constructor() {
    super('another profile writes under the id of this device');
  }
}
