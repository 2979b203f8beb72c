/** Content scripts can read closed shadow roots through a property in Firefox, and through an API in Chromium. */
interface FirefoxElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}
interface ChromiumDom {
  openOrClosedShadowRoot?(element: Element): ShadowRoot | null;
}

/** Returns an element's shadow root, open or closed; null if there is none or the browser does not reveal it. */
export function openOrClosedShadowRoot(element: Element): ShadowRoot | null {
  const { chrome } = globalThis as { chrome?: { dom?: ChromiumDom } };
  // In a form, a field with the property's name would shadow it, but a form can't have a shadow root anyway.
  return chrome?.dom?.openOrClosedShadowRoot === undefined
    ? ((element as FirefoxElement).openOrClosedShadowRoot ?? null)
    : chrome.dom.openOrClosedShadowRoot(element);
}
