/** Encodings by language, other than windows-1252 (HTML standard, 13.2.3.2, “Determining the character encoding”). */
const ENCODINGS: readonly (readonly [encoding: string, languages: string])[] = [
  ['windows-1250', 'cs hr hu pl ro sk sl sq bs'],
  ['windows-1251', 'be bg kk ky mk mn ru sr tg tt uk'],
  ['windows-1253', 'el'],
  ['windows-1254', 'az ku tr'],
  ['windows-1255', 'he iw yi'],
  ['windows-1256', 'ar fa ur'],
  ['windows-1257', 'et lt lv'],
  ['windows-874', 'th'],
  ['windows-1258', 'vi'],
  ['shift_jis', 'ja'],
  ['euc-kr', 'ko'],
  ['big5', 'zh-tw zh-hk zh-hant'],
  ['gb18030', 'zh'],
];

/**
 * The encoding of a text that is not UTF-8 and declares none, such as a table saved by a spreadsheet: that of the user's
 * system, as far as their languages tell.
 *
 * @param languages language tags, the preferred one first
 * @returns as named by `TextDecoder`; by default windows-1252, which also covers Latin-1
 */
export function guessLegacyEncoding(languages: readonly string[]): string {
  for (const language of languages) {
    const tag = language.toLowerCase();
    const found = ENCODINGS.find(([, tags]) =>
      tags.split(' ').some((known) => tag === known || tag.startsWith(`${known}-`)),
    );
    if (found !== undefined) return found[0];
  }
  return 'windows-1252';
}
