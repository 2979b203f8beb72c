/**
 * True in a browser on a phone or tablet, which has no toolbar, windows, drag and drop of files, or keyboard commands.
 * Our own pages detect it by a missing API. Content scripts, which lack that API on all devices, use the user agent.
 */
export function isPhone(): boolean {
  const { chrome } = globalThis as { chrome?: { tabs?: unknown; commands?: unknown } };
  return (
    /\bAndroid\b/.test(navigator.userAgent) || (chrome?.tabs !== undefined && chrome.commands === undefined)
  );
}
