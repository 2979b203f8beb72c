import { browser } from './browser.ts';

/**
 * APIs that are `undefined` in some browsers: Firefox for Android has no menus, commands, windows or sidebar, and
 * Chromium has no `sidebarAction`. All other APIs exist in every browser, as `scripts/check/check-apis.ts` verifies, and
 * are used directly on `browser`.
 */
type OptionalApi<Name extends keyof typeof browser> = (typeof browser)[Name] | undefined;

export const menusApi = (): OptionalApi<'contextMenus'> => browser.contextMenus;
export const commandsApi = (): OptionalApi<'commands'> => browser.commands;
export const windowsApi = (): OptionalApi<'windows'> => browser.windows;
export const sidebarApi = (): OptionalApi<'sidebarAction'> => browser.sidebarAction;
/** The major version of Firefox; null in Chromium, which lacks this API. */
export async function firefoxVersion(): Promise<number | null> {
  const runtime: Partial<Pick<(typeof browser)['runtime'], 'getBrowserInfo'>> = browser.runtime;
  const info = await runtime.getBrowserInfo?.();
  return info === undefined ? null : Number.parseInt(info.version, 10);
}

/** `openPopup` exists in Chromium since version 127. Before, the call throws, as it does if no popup can be opened. */
export const popupApi = (): Pick<(typeof browser)['action'], 'openPopup'> => browser.action;
