/**
 * The one seam to the browser. Everything that differs between Chromium and Firefox lives in this folder,
 * so that the rest of the code can be read, and tested, without knowing which browser it runs in.
 */
import browser from 'webextension-polyfill';

export type { Runtime, Tabs } from 'webextension-polyfill';
export { browser };
