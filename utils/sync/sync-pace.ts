/**
 * How soon a change on one device shows on another, in ms: it is told once nothing has changed for `QUIET_MS`, after
 * `MAX_WAIT_MS` in any case, and a page of the library that is in view asks every `ASKED_EVERY_MS`. Together with what
 * the two requests take that is below twenty seconds.
 */
export const QUIET_MS = 5000;
export const MAX_WAIT_MS = 8000;
export const ASKED_EVERY_MS = 10_000;
