import { browser } from './browser.ts';

/**
 * One message of the interface in the user's language, out of `locales`.
 *
 * @param key the message's name
 * @param substitutions fill its placeholders in order; at most nine
 * @returns `''` where there is no such message
 */
export function readMessage(key: string, substitutions: string[] = []): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** The language the browser speaks, as a BCP 47 tag. */
export function uiLocale(): string {
  return browser.i18n.getUILanguage();
}
