/** Announces changes of the library, without Dexie, which the popup has no time to load. */

const CHANNEL_NAME = 'offprint-library-changed';

const localEvents = new EventTarget();
const WRITTEN = 'written';

/** Call after a write was committed. Notifies this window and all others. */
export function announceChange(): void {
  localEvents.dispatchEvent(new Event(WRITTEN));
  const channel = new BroadcastChannel(CHANNEL_NAME);
  channel.postMessage(null);
  channel.close();
}

export function onChangeInOtherWindows(onChange: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL_NAME);
  channel.onmessage = onChange;
  signal.addEventListener('abort', () => channel.close());
}

/** Calls back for changes made by this window only. */
export function onLocalChange(onChange: () => void, signal: AbortSignal): void {
  localEvents.addEventListener(WRITTEN, onChange, { signal });
}
