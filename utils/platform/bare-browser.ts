/**
 * The few browser APIs that content scripts use, without the polyfill, which is larger than the gate. Both browsers
 * provide them as `chrome`, with promises. To respond, listeners must call `sendResponse` and return `true`, which works
 * in both.
 */
interface BareBrowser {
  runtime: {
    /** Absent if the extension was updated or removed while the page stayed open. */
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
 * Returns the browser API. It is looked up at each call, so that tests can replace it. Uses `chrome` because Chromium
 * has no `browser`, so that a page's element with the id `browser` would be returned. An element can't shadow `chrome`.
 *
 * @throws Error outside of an extension
 */
export function bareBrowser(): BareBrowser {
  const { chrome } = globalThis as { chrome?: BareBrowser };
  if (chrome === undefined) throw new Error('not inside an extension');
  return chrome;
}

/** False if the extension that injected this script has been updated or removed. */
export function isExtensionAlive(): boolean {
  return bareBrowser().runtime?.id !== undefined;
}

/** True in a private window. */
export function isPrivateWindow(): boolean {
  return bareBrowser().extension?.inIncognitoContext === true;
}
