import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Locale, toBrowserMessages } from './to-browser-messages.ts';

/** Every language of a `locales` folder by its code (`pt_BR` for Brazilian Portuguese). */
export function readLocales(folder: string): Map<string, Locale> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Locale,
    ]),
  );
}

/** The `_locales` of a build: file names and contents. */
export function writeLocales(folder: string): { relativeDest: string; contents: string }[] {
  const locales = readLocales(folder);
  const english = locales.get('en') ?? {};
  return [...locales].map(([code, locale]) => ({
    relativeDest: `_locales/${code}/messages.json`,
    contents: JSON.stringify(toBrowserMessages(locale, english), null, 1),
  }));
}
