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
 * Checks the messages of the interface: every language is complete and has the placeholders of English, every message
 * is used, and no missing one is requested.
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
