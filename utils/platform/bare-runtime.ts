/**
 * The few browser calls the gate needs, without the polyfill: the gate runs on every page and stays tiny.
 * `chrome` exists in both browsers, with callbacks in both.
 */
interface BareRuntime {
  id?: string;
  sendMessage(message: unknown, callback: () => void): void;
  lastError?: { message?: string };
  onMessage: {
    addListener(
      listener: (
        message: unknown,
        sender: { id?: string },
        sendResponse: (response: unknown) => void,
      ) => boolean,
    ): void;
  };
}

declare const chrome: { runtime: BareRuntime };

/**
 * Sends a message and expects no answer. An extension that was updated or removed meanwhile is no error:
 * the old gate then has nobody to talk to.
 */
export function sendBare(message: unknown): void {
  // Without an id the extension is gone and any call would throw.
  if (!chrome.runtime?.id) return;
  chrome.runtime.sendMessage(message, () => {
    // Reading lastError marks it as seen; a background that is just starting has no receiver yet.
    void chrome.runtime.lastError;
  });
}

/** Answers messages of one type, at once, with what `answer` returns. */
export function answerBare(type: string, answer: () => unknown): void {
  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (sender.id !== chrome.runtime.id || typeof message !== 'object' || message === null) return false;
    const { offprint, type: asked } = message as Record<string, unknown>;
    if (offprint !== 'tab' || asked !== type) return false;
    sendResponse({ ok: true, value: answer() });
    return false;
  });
}
