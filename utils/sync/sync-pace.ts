/**
 * How soon a change on one device is shown on another, in ms: it is sent after `QUIET_MS` without further changes, or
 * at the latest after `MAX_WAIT_MS`, and a visible page of the library checks for changes every `ASKED_EVERY_MS`.
 * Together with the duration of the two requests, that is below twenty seconds.
 */
export const QUIET_MS = 5000;
export const MAX_WAIT_MS = 8000;
export const ASKED_EVERY_MS = 10_000;
