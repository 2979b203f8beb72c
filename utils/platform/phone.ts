/**
 * True in a browser on a phone or tablet: no toolbar, no windows, no dragged files, no keys for extensions. A page of
 * ours sees it by what its API lacks; a script in a web page, whose API is smaller anyway, by the browser's name.
 */
export function isPhone(): boolean {
  const { chrome } = globalThis as { chrome?: { tabs?: unknown; commands?: unknown } };
  return (
    /\bAndroid\b/.test(navigator.userAgent) || (chrome?.tabs !== undefined && chrome.commands === undefined)
  );
}
