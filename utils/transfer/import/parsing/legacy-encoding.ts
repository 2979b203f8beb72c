/**
 * Legacy encodings by language; all other languages use windows-1252 (HTML standard, 13.2.3.2, “Determining the
 * character encoding”).
 */
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
 * Guesses the encoding of a text that is not UTF-8 and does not declare one, such as a CSV file from a spreadsheet
 * program. Such files usually have the legacy encoding of the user's system, which depends on its language.
 *
 * @param languages language tags in order of preference
 * @returns a label for `TextDecoder`; windows-1252 by default, a superset of Latin-1
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
