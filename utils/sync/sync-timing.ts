/**
 * How soon a change on one device is shown on another, in ms: it is sent after `SEND_DEBOUNCE_MS` without further changes, or
 * at the latest after `MAX_SEND_DELAY_MS`, and a visible page of the library checks for changes every `POLL_INTERVAL_MS`.
 * Together with the duration of the two requests, that is below twenty seconds.
 */
export const SEND_DEBOUNCE_MS = 5000;
export const MAX_SEND_DELAY_MS = 8000;
export const POLL_INTERVAL_MS = 10_000;
