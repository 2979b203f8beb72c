/** Thrown if the disk is full. The library was not changed. */
export class LibraryFullError extends Error {
  override name = 'LibraryFullError';
  constructor(options?: ErrorOptions) {
    super(
      'This device has run out of storage space, so nothing was saved. Articles saved earlier are unaffected.',
      options,
    );
  }
}

/** Thrown if the browser provides no database, as in some private windows. */
export class LibraryUnavailableError extends Error {
  override name = 'LibraryUnavailableError';
  constructor(options?: ErrorOptions) {
    super(
      'This browser does not let Offprint store data here, as in private windows or because of its settings.',
      options,
    );
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
