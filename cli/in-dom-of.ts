import type { DOMWindow } from 'jsdom';

/** What the engines look for in the global scope, where a script in a page has it. */
const GLOBALS = ['Document', 'Element', 'DOMParser'] as const;

/**
 * Lends the global scope a window's DOM for as long as a function runs: whoever imports the library finds their own
 * as it was.
 */
export function inDomOf<T>(window: DOMWindow, work: () => T): T {
  const before = GLOBALS.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of GLOBALS)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  try {
    return work();
  } finally {
    for (const [at, name] of GLOBALS.entries()) {
      const own = before[at];
      if (own === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, own);
    }
  }
}
