import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readLocales } from '../build/locales.ts';
import { sentenceKeys } from '../build/to-browser-messages.ts';
import { ROOT } from '../run-command.ts';
import { checkLocale } from './message-rules.ts';
import { checkUses, type SourceFile } from './message-uses.ts';

const LOCALES = path.join(ROOT, 'locales');

function readSources(): SourceFile[] {
  const inFolders = ['components', 'entrypoints', 'utils'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|html)$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  return [...inFolders, 'wxt.config.ts'].map((name) => ({
    path: name,
    text: readFileSync(path.join(ROOT, name), 'utf8'),
  }));
}

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
