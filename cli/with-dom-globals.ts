import type { DOMWindow } from 'jsdom';

/** Globals that the engines use, which exist in browsers but not in Node. */
const DOM_GLOBALS = ['Document', 'Element', 'DOMParser'] as const;

/** Runs a synchronous function with a window's DOM as globals, and then restores the program's own globals. */
export function withDomGlobalsOf<T>(window: DOMWindow, run: () => T): T {
  const originals = DOM_GLOBALS.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of DOM_GLOBALS)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  try {
    return run();
  } finally {
    for (const [index, name] of DOM_GLOBALS.entries()) {
      const original = originals[index];
      if (original === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, original);
    }
  }
}
