import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLocales } from '../build/locales.ts';
import { sentenceKeys } from '../build/to-browser-messages.ts';
import { ROOT } from '../run-command.ts';
import { checkLocale } from './message-rules.ts';
import { checkUses } from './message-uses.ts';
import { readSources } from './read-sources.ts';

const LOCALES = path.join(ROOT, 'locales');

/**
 * Looks at the words of the interface: every language complete and with the placeholders of English, every sentence
 * used, none asked for that is not there.
 *
 * @returns one sentence for each problem
 */
export function checkMessages(): string[] {
  const locales = readLocales(LOCALES);
  const english = locales.get('en') ?? {};
  const asked: Record<string, { permissions: string[] }> = JSON.parse(
    readFileSync(path.join(ROOT, 'scripts', 'check', 'expected-permissions.json'), 'utf8'),
  );
  const permissions = new Set(Object.values(asked).flatMap((one) => one.permissions));
  return [
    ...checkUses(readSources(), sentenceKeys(english), [...permissions]),
    ...[...locales].flatMap(([code, locale]) => checkLocale(code, locale, english)),
  ];
}
