/**
 * The only import of the browser API. All differences between Chromium and Firefox are handled in this folder, so the
 * rest of the code does not depend on the browser.
 */
import browser from 'webextension-polyfill';

export type { Menus, Runtime, Tabs } from 'webextension-polyfill';
export { browser };
