import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkLocale, type Messages } from './message-rules.ts';
import { checkUses, type SourceFile } from './message-uses.ts';
import { ROOT } from './run-command.ts';

const LOCALES = path.join(ROOT, 'public', '_locales');

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
  const read = (language: string): Messages =>
    JSON.parse(readFileSync(path.join(LOCALES, language, 'messages.json'), 'utf8'));
  const english = read('en');
  const asked: Record<string, { permissions: string[] }> = JSON.parse(
    readFileSync(path.join(ROOT, 'scripts', 'expected-permissions.json'), 'utf8'),
  );
  const permissions = new Set(Object.values(asked).flatMap((one) => one.permissions));
  return [
    ...checkUses(readSources(), english, [...permissions]),
    ...readdirSync(LOCALES).flatMap((language) =>
      checkLocale(language, language === 'en' ? english : read(language), english),
    ),
  ];
}
