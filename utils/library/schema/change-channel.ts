/** Announces changes of the library, without Dexie, which the popup has no time to load. */

const NAME = 'offprint-library-changed';

const own = new EventTarget();
const WRITTEN = 'written';

/** Call after a write was committed. Notifies this window and all others. */
export function announceChange(): void {
  own.dispatchEvent(new Event(WRITTEN));
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

export function onChangeElsewhere(onChange: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = onChange;
  signal.addEventListener('abort', () => channel.close());
}

/** Calls back for changes made by this window only. */
export function onOwnChange(onChange: () => void, signal: AbortSignal): void {
  own.addEventListener(WRITTEN, onChange, { signal });
}
