import { browser } from './browser.ts';
import { isPhone } from './phone.ts';

/** Sentences that are others on a phone: without toolbar, windows, keys, and files that are dragged. */
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
  'optionsMemoryText_phone',
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
 * One message of the interface in the user's language, out of `locales`; that for a phone on a phone.
 *
 * @param key the message's name
 * @param substitutions fill its placeholders in order; at most nine
 * @returns `''` where there is no such message
 */
export function readMessage(key: string, substitutions: string[] = []): string {
  const onPhone = `${key}_phone`;
  return browser.i18n.getMessage(ON_A_PHONE.has(onPhone) && isPhone() ? onPhone : key, substitutions);
}

/** The language the browser speaks, as a BCP 47 tag. */
export function uiLocale(): string {
  return browser.i18n.getUILanguage();
}
