/** Announces changes of the library. Works without Dexie, which the popup has no time to load. */

const CHANNEL_NAME = 'offprint-library-changed';

const localEvents = new EventTarget();
const CHANGE_EVENT = 'written';

/** Notifies this window and all others of a change. Must be called after the write was committed. */
export function announceChange(): void {
  localEvents.dispatchEvent(new Event(CHANGE_EVENT));
  const channel = new BroadcastChannel(CHANNEL_NAME);
  channel.postMessage(null);
  channel.close();
}

export function onChangeInOtherWindows(onChange: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL_NAME);
  channel.onmessage = onChange;
  signal.addEventListener('abort', () => channel.close());
}

/** Calls back after changes made by this window only, until the signal is aborted. */
export function onLocalChange(onChange: () => void, signal: AbortSignal): void {
  localEvents.addEventListener(CHANGE_EVENT, onChange, { signal });
}
