/**
 * The only import of the browser API. All differences between Chromium and Firefox are handled in this folder, so that
 * the rest of the code need not know which browser it runs in.
 */
import browser from 'webextension-polyfill';

export type { Menus, Runtime, Tabs } from 'webextension-polyfill';
export { browser };
