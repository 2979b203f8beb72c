import { readFileSync } from 'node:fs';
import path from 'node:path';
import compatibility from '@mdn/browser-compat-data' with { type: 'json' };
import { ROOT } from '../run-command.ts';
import { browsersLacking, listApis, type OldestVersions } from './api-support.ts';
import { readSources } from './read-sources.ts';

/** The only file that may use an API that a browser lacks: there it may be `undefined`. */
const OPTIONAL = path.join('utils', 'platform', 'optional-apis.ts');

function oldestVersions(): OldestVersions {
  const read = (target: string): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(ROOT, '.output', target, 'manifest.json'), 'utf8'));
  const chromium = Number(read('chrome-mv3').minimum_chrome_version);
  const settings = read('firefox-mv3').browser_specific_settings as Record<
    'gecko' | 'gecko_android',
    { strict_min_version: string }
  >;
  return {
    chrome: chromium,
    edge: chromium,
    firefox: Number.parseFloat(settings.gecko.strict_min_version),
    firefox_android: Number.parseFloat(settings.gecko_android.strict_min_version),
  };
}

/**
 * Finds extension APIs that one of the browsers lacks and that are used without a check.
 *
 * @returns one sentence for each
 */
export function checkApis(): string[] {
  const oldest = oldestVersions();
  return readSources()
    .filter(({ path: file }) => file !== OPTIONAL && /\.tsx?$/.test(file))
    .flatMap(({ path: file, text }) =>
      listApis(text).flatMap((api) => {
        const lacked = browsersLacking(api, compatibility.webextensions.api as never, oldest);
        return lacked.length === 0
          ? []
          : [`${file}: browser.${api} is lacking in ${lacked.join(', ')}: use it through ${OPTIONAL}`];
      }),
    );
}
