/** Thrown if the disk is full. The library was not changed. */
export class LibraryFullError extends Error {
  override name = 'LibraryFullError';
  constructor(options?: ErrorOptions) {
    super(
      'There is no room left on this device, so nothing was saved. What was saved before is untouched.',
      options,
    );
  }
}

/** Thrown if the browser provides no database, as in some private windows. */
export class LibraryUnavailableError extends Error {
  override name = 'LibraryUnavailableError';
  constructor(options?: ErrorOptions) {
    super('This browser gives Offprint no storage here. Private windows and some settings do that.', options);
  }
}

/** Yields an error and its causes, which Dexie stores in `inner`, and aborted transactions in `cause`. */
export function* errorChain(error: unknown): Generator<{ name: string }> {
  let current: unknown = error;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    const { name, inner, cause } = current as { name?: unknown; inner?: unknown; cause?: unknown };
    yield { name: typeof name === 'string' ? name : '' };
    current = inner ?? cause;
  }
}

/**
 * Converts an error of opening or writing the database to one of the library's errors.
 *
 * @returns LibraryFullError or LibraryUnavailableError if one of these is the cause; otherwise the error itself
 */
export function toLibraryError(error: unknown): unknown {
  for (const { name } of errorChain(error)) {
    if (name === 'QuotaExceededError') return new LibraryFullError({ cause: error });
    if (name === 'MissingAPIError' || name === 'OpenFailedError' || name === 'SecurityError') {
      return new LibraryUnavailableError({ cause: error });
    }
  }
  return error;
}
