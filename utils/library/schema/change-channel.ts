/** Tells other windows, without Dexie, that the library has changed: the popup has no time to load that. */

const NAME = 'offprint-library-changed';

export function announceChange(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

export function onChangeElsewhere(onChange: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = onChange;
  signal.addEventListener('abort', () => channel.close());
}
