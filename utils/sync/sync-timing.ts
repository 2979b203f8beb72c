/**
 * Determine how soon a change on one device is shown on another. It is sent after `SEND_DEBOUNCE_MS` without further
 * changes, but at the latest after `MAX_SEND_DELAY_MS`. While the library or the reader is visible, it polls for changes
 * every `POLL_INTERVAL_MS`. Including the two requests, this takes less than twenty seconds.
 */
export const SEND_DEBOUNCE_MS = 5000;
export const MAX_SEND_DELAY_MS = 8000;
export const POLL_INTERVAL_MS = 10_000;
