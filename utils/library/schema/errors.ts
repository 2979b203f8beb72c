/** There is no room left. What was in the library is untouched. */
export class LibraryFullError extends Error {
  override name = 'LibraryFullError';
  constructor(options?: ErrorOptions) {
    super(
      'There is no room left on this device, so nothing was saved. What was saved before is untouched.',
      options,
    );
  }
}

/** The browser gives no database here, as some do in private windows. */
export class LibraryUnavailableError extends Error {
  override name = 'LibraryUnavailableError';
  constructor(options?: ErrorOptions) {
    super('This browser gives Offprint no storage here. Private windows and some settings do that.', options);
  }
}

/** The error itself and everything it was caused by: Dexie hides the cause in `inner`, aborts in `cause`. */
function* causesOf(error: unknown): Generator<{ name: string }> {
  let current: unknown = error;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    const { name, inner, cause } = current as { name?: unknown; inner?: unknown; cause?: unknown };
    yield { name: typeof name === 'string' ? name : '' };
    current = inner ?? cause;
  }
}

/**
 * Says in the library's words why a write or an opening failed.
 *
 * @returns LibraryFullError or LibraryUnavailableError where that is the cause, else the error as it came
 */
export function explainFailure(error: unknown): unknown {
  for (const { name } of causesOf(error)) {
    if (name === 'QuotaExceededError') return new LibraryFullError({ cause: error });
    if (name === 'MissingAPIError' || name === 'OpenFailedError' || name === 'SecurityError') {
      return new LibraryUnavailableError({ cause: error });
    }
  }
  return error;
}
