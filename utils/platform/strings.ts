import { browser } from './browser.ts';
import { isPhone } from './phone.ts';

/** Messages with a different text on a phone, which has no toolbar, windows, keys, or drag and drop of files. */
const ON_A_PHONE: ReadonlySet<string> = new Set([
  'privateTitle_phone',
  'privateText_phone',
  'privateLibraryText_phone',
  'privateLibraryOpen_phone',
  'saveError_noStorage_phone',
  'saveError_private_phone',
  'pickerHiddenOnce_phone',
  'libraryFailedText_phone',
  'optionsHighlightOfferText_phone',
  'optionsSummariesText_phone',
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
 * A message of the interface in the user's language, from `locales`; on a phone, its variant for phones.
 *
 * @param key the message's name
 * @param substitutions values of its placeholders, in order; at most nine
 * @returns `''` if there is no such message
 */
export function readMessage(key: string, substitutions: string[] = []): string {
  const onPhone = `${key}_phone`;
  return browser.i18n.getMessage(ON_A_PHONE.has(onPhone) && isPhone() ? onPhone : key, substitutions);
}

/** The language of the browser's interface, as a BCP 47 tag. */
export function uiLocale(): string {
  return browser.i18n.getUILanguage();
}
