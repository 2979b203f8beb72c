/** Errors of sync. A `SyncError` ends the run, and nothing is written after it. */
import type { SyncErrorCode } from '../sync-types.ts';

export class SyncError extends Error {
  override name = 'SyncError';
  readonly code: SyncErrorCode;

  constructor(code: SyncErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The passphrase does not decrypt the library's key. */
export class WrongPassphraseError extends SyncError {
  override name = 'WrongPassphraseError';
  constructor(options?: ErrorOptions) {
    super('wrongPassphrase', 'the passphrase does not decrypt the library’s key', options);
  }
}

/** The remote store contains no Offprint library, or not that of this device. */
export class ForeignFolderError extends SyncError {
  override name = 'ForeignFolderError';
  constructor() {
    super('foreignFolder', 'the remote store contains no Offprint library, or another one');
  }
}

/** Two devices have created a library at the same time, so that the manifest and the key may belong to different ones. */
export class ConcurrentSetupError extends SyncError {
  override name = 'ConcurrentSetupError';
  constructor() {
    super('begunTwice', 'two devices have created a library at the same time');
  }
}

/** Only the beginning of a file was received or written. */
export class TruncatedFileError extends SyncError {
  override name = 'TruncatedFileError';
  constructor(options?: ErrorOptions) {
    super('cutShort', 'a file is incomplete', options);
  }
}

/** The files were written by a later version of Offprint. */
export class NewerFormatError extends SyncError {
  override name = 'NewerFormatError';
  constructor() {
    super('newerFormat', 'the files were written by a later version of Offprint');
  }
}

/** A file is truncated, damaged, encrypted with another key, or does not match its name. */
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
