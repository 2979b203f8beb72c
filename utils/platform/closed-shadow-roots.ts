/** What each browser lets content scripts do: Firefox at the element, Chromium by an API. */
interface FirefoxElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}
interface ChromiumDom {
  openOrClosedShadowRoot?(element: Element): ShadowRoot | null;
}

/** The shadow root of an element in a page, closed or not; null where there is none or the browser does not say. */
export function openOrClosedShadowRoot(element: Element): ShadowRoot | null {
  const { chrome } = globalThis as { chrome?: { dom?: ChromiumDom } };
  // A field of a form may have the name of the property; a form has no shadow root.
  return chrome?.dom?.openOrClosedShadowRoot === undefined
    ? ((element as FirefoxElement).openOrClosedShadowRoot ?? null)
    : chrome.dom.openOrClosedShadowRoot(element);
}
