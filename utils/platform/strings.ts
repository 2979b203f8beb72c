import { browser } from './browser.ts';
import { isPhone } from './phone.ts';

/** Messages for phones, which have no toolbar, windows, keyboard, or drag and drop of files. */
const PHONE_MESSAGES: ReadonlySet<string> = new Set([
  'privateTitle_phone',
  'privateText_phone',
  'privateLibraryText_phone',
  'privateLibraryOpen_phone',
  'saveError_noStorage_phone',
  'saveError_private_phone',
  'pickerHiddenOnce_phone',
  'libraryFailedText_phone',
  'optionsHighlightOfferText_phone',
  'privacyWindows_phone',
  'welcomePointAtQuote_phone',
  'welcomeStart_phone',
  'noAccessOnClick_phone',
  'privateSaved_phone',
  'libraryEmptyListText_phone',
  'menuSaveWindow_phone',
  'pdfChooseDisk_phone',
  'pdfChooseInstead_phone',
  'windowSaving_phone',
]);

/**
 * Returns a message from `locales` in the user's language; on a phone, the variant for phones if there is one.
 *
 * @param key the message's key in `locales`
 * @param substitutions the values of its placeholders, in order; at most nine
 * @returns `''` if there is no such message
 */
export function readMessage(key: string, substitutions: string[] = []): string {
  const phoneKey = `${key}_phone`;
  return browser.i18n.getMessage(PHONE_MESSAGES.has(phoneKey) && isPhone() ? phoneKey : key, substitutions);
}

/** The language of the browser's interface, as a BCP 47 tag. */
export function uiLocale(): string {
  return browser.i18n.getUILanguage();
}
