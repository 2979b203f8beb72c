import { browser } from './browser.ts';

/**
 * The APIs that one of the browsers lacks: `undefined` there. Firefox for Android has no menus, no keys, no windows
 * and no sidebar, and Chromium has no `sidebarAction`. All else is used on `browser` itself, since every browser has
 * it: `scripts/check/check-apis.ts` proves it.
 */
type WhereThereIs<Name extends keyof typeof browser> = (typeof browser)[Name] | undefined;

export const menusHere = (): WhereThereIs<'contextMenus'> => browser.contextMenus;
export const commandsHere = (): WhereThereIs<'commands'> => browser.commands;
export const windowsHere = (): WhereThereIs<'windows'> => browser.windows;
/** Firefox for Android has no policies. */
export const managedHere = (): (typeof browser)['storage']['managed'] | undefined => browser.storage.managed;
export const sidebarHere = (): WhereThereIs<'sidebarAction'> => browser.sidebarAction;
/** The version of Firefox, or null in Chromium, which does not say. */
export async function firefoxVersion(): Promise<number | null> {
  const runtime: Partial<Pick<(typeof browser)['runtime'], 'getBrowserInfo'>> = browser.runtime;
  const info = await runtime.getBrowserInfo?.();
  return info === undefined ? null : Number.parseInt(info.version, 10);
}

/** Chromium has `openPopup` since 127; before that the call throws, as it does where no popup can be opened. */
export const popupHere = (): Pick<(typeof browser)['action'], 'openPopup'> => browser.action;
