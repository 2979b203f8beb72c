/**
 * Runs in open pages after an update, by itself: has the scripts of the version before step down, and tells ours that
 * some of what they did may still be there. Those of Chromium hear the event; Firefox has stopped its own.
 */
export function takeOver(): void {
  EventTarget.prototype.dispatchEvent.call(document, new Event('offprint-take-over'));
  const holder = globalThis as unknown as Record<symbol, { takesOver?: boolean } | undefined>;
  const key = Symbol.for('offprint');
  holder[key] ??= {};
  holder[key].takesOver = true;
}
