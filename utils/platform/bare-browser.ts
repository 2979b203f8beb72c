/**
 * The few browser calls that scripts in web pages make, without the polyfill, which would weigh more than the
 * gate. Both browsers give these as `chrome`, with promises; what differs is how
 * a listener answers: `sendResponse` and `true` is what both understand.
 */
interface BareBrowser {
  runtime: {
    /** Absent once the extension was updated or removed under a page that stayed open. */
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
  /** In scripts of web pages too, in both browsers. */
  extension?: { inIncognitoContext?: boolean };
  i18n: { getMessage(key: string, substitutions?: string | string[]): string };
}

export type BareListener = (
  message: unknown,
  sender: { id?: string },
  sendResponse: (response: unknown) => void,
) => boolean;

/** One end of a connection; the other end is a page of ours. */
export interface BarePort {
  name: string;
  sender?: { id?: string };
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/**
 * Read at each call, so that tests may put their own in place. Not `browser`, which Chromium lacks: a form with that id
 * would be found on our global object, too. What is there already, an element can't replace.
 */
export function bareBrowser(): BareBrowser {
  const { chrome } = globalThis as { chrome?: BareBrowser };
  if (chrome === undefined) throw new Error('not inside an extension');
  return chrome;
}

/** True while the extension that put this script here is still there. */
export function isExtensionAlive(): boolean {
  return bareBrowser().runtime?.id !== undefined;
}

/** True in a private window. */
export function isPrivateWindow(): boolean {
  return bareBrowser().extension?.inIncognitoContext === true;
}
