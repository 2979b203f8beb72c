/**
 * The few browser APIs that scripts in web pages use, without the polyfill, which is larger than the gate. Both browsers
 * provide them as `chrome` with promises. Listeners must answer with `sendResponse` and return `true`, which works in
 * both.
 */
interface BareBrowser {
  runtime: {
    /** Absent after the extension was updated or removed while the page stayed open. */
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: {
      addListener(listener: BareListener): void;
      removeListener(listener: BareListener): void;
    };
    onConnect: {
      addListener(listener: (port: BarePort) => void): void;
      removeListener(listener: (port: BarePort) => void): void;
    };
  };
  /** Available to content scripts in both browsers. */
  extension?: { inIncognitoContext?: boolean };
  i18n: { getMessage(key: string, substitutions?: string | string[]): string };
}

export type BareListener = (
  message: unknown,
  sender: { id?: string },
  sendResponse: (response: unknown) => void,
) => boolean;

/** A connection to one of our own pages. */
export interface BarePort {
  name: string;
  sender?: { id?: string };
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/**
 * The browser API, read at each call so that tests can replace it. `chrome` is used because Chromium has no `browser`: an
 * element with that id would appear as a global variable instead. An element can't shadow an existing global.
 */
export function bareBrowser(): BareBrowser {
  const { chrome } = globalThis as { chrome?: BareBrowser };
  if (chrome === undefined) throw new Error('not inside an extension');
  return chrome;
}

/** False after the extension that injected this script was updated or removed. */
export function isExtensionAlive(): boolean {
  return bareBrowser().runtime?.id !== undefined;
}

/** True in a private window. */
export function isPrivateWindow(): boolean {
  return bareBrowser().extension?.inIncognitoContext === true;
}
