/** The expected errors of a fetch. `judgeFailure` classifies them. */

/** The answer exceeds the size limit. */
export class TooBigError extends Error {
  override name = 'TooBigError';
}

/** The site answered with an error status. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  /** The retry delay that the site asked for, in milliseconds, or null. */
  readonly wait: number | null;
  constructor(status: number, wait: number | null = null) {
    super(`the site answered ${status}`);
    this.status = status;
    this.wait = wait;
  }
}

/** No answer, or not in time; `cause` is the error that `fetch` threw. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

/** The address is not on the public web, so no request was sent. */
export class NotPublicError extends Error {
  override name = 'NotPublicError';
}

/** The user has not given access to the site, so no request was sent. */
export class NoAccessError extends Error {
  override name = 'NoAccessError';
}
