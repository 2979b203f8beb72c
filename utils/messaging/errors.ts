/** The other side answered that it failed. `message` is its own. */
export class RemoteError extends Error {
  override name = 'RemoteError';
}

/** Nobody answers there: no script of ours in the tab, or the background is gone. */
export class NoReceiverError extends Error {
  override name = 'NoReceiverError';
}

/** What came over the wire is not what it must be. `message` says what is wrong, for the console. */
export class BadMessageError extends Error {
  override name = 'BadMessageError';
}
