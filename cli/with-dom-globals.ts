import type { DOMWindow } from 'jsdom';

/** Globals that the engines use, as scripts in a page can. */
const DOM_GLOBALS = ['Document', 'Element', 'DOMParser'] as const;

/** Makes a window's DOM global while a function runs, and then restores the importing program's own globals. */
export function withDomGlobalsOf<T>(window: DOMWindow, work: () => T): T {
  const before = DOM_GLOBALS.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of DOM_GLOBALS)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  try {
    return work();
  } finally {
    for (const [at, name] of DOM_GLOBALS.entries()) {
      const own = before[at];
      if (own === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, own);
    }
  }
}
