/**
 * The few browser calls that scripts in web pages make, without the polyfill, which would weigh more than the
 * gate. Both browsers give these with promises (Firefox as `browser`, Chromium as `chrome`); what differs is how
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

/** Read at each call, so that tests may put their own in place. */
export function bareBrowser(): BareBrowser {
  const { browser, chrome } = globalThis as { browser?: BareBrowser; chrome?: BareBrowser };
  // A page can't reach this: the isolated world has a global object of its own.
  const api = browser?.runtime === undefined ? chrome : browser;
  if (api === undefined) throw new Error('not inside an extension');
  return api;
}

/** True while the extension that put this script here is still there. */
export function isExtensionAlive(): boolean {
  return bareBrowser().runtime?.id !== undefined;
}

/** True in a private window. */
export function isPrivateWindow(): boolean {
  return bareBrowser().extension?.inIncognitoContext === true;
}
