/** Why nothing came. Each is an expected failure that `judgeFailure` knows. */

/** More came than was allowed. */
export class TooBigError extends Error {
  override name = 'TooBigError';
}

/** The site answered, but not with what was asked for. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  /** Milliseconds the site asked to be left alone for, or null. */
  readonly wait: number | null;
  constructor(status: number, wait: number | null = null) {
    super(`the site answered ${status}`);
    this.status = status;
    this.wait = wait;
  }
}

/** Nobody answered, or not in time; `cause` is what `fetch` threw. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

/** The address is not on the public web: nothing was asked. */
export class NotPublicError extends Error {
  override name = 'NotPublicError';
}

/** The user gave no access to the site: nothing was asked. */
export class NoAccessError extends Error {
  override name = 'NoAccessError';
}
