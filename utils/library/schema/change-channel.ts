/** Tells of changes of the library, without Dexie: the popup has no time to load that. */

const NAME = 'offprint-library-changed';

const own = new EventTarget();
const WRITTEN = 'written';

/** Said by whoever has written, once that is committed: to this window and to all others. */
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

/** Calls back with each change that this very window has made, and with those of no other. */
export function onOwnChange(onChange: () => void, signal: AbortSignal): void {
  own.addEventListener(WRITTEN, onChange, { signal });
}
