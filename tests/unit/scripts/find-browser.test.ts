import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, findCommand, NoBrowserError, requireBrowsers } from '../../../scripts/find-browser.ts';
import { type Installers, isDebian } from '../../../scripts/install-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'offprint find-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function addProgram(name: string, text = '#!/bin/sh\n'): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

/** Installers that note what they are asked for; what they install is a program in the folder. */
function fakeInstallers(can: { debian?: boolean; download?: boolean }): Installers & { asked: string[] } {
  const asked: string[] = [];
  let downloaded: string | null = null;
  return {
    asked,
    installOnDebian: (packages) => {
      asked.push(`apt-get ${packages.join(' ')}`);
      if (can.debian) for (const name of packages) addProgram(name);
      return can.debian ?? false;
    },
    download: (browser) => {
      asked.push(`download ${browser}`);
      if (can.download) downloaded = addProgram(`${browser}-for-testing`);
      return can.download ?? false;
    },
    findDownloaded: () => downloaded,
  };
}

describe('a command', () => {
  it('is an executable file on the PATH: no folder, and no other file', () => {
    mkdirSync(path.join(folder, 'firefox'));
    writeFileSync(path.join(folder, 'chromium'), '');
    expect(findCommand(['firefox', 'chromium'], [], { PATH: folder })).toBeNull();
    const found = addProgram('google-chrome');
    expect(findCommand(['chromium', 'google-chrome'], [], { PATH: `/nowhere:${folder}` })).toBe(found);
  });

  it('ends in .exe on Windows, where the variable is called Path', () => {
    const found = addProgram('firefox.exe');
    const options = { platform: 'win32' } as const;
    expect(findCommand(['firefox'], [], { Path: `Q:\\none;${folder}` }, options)).toBe(found);
  });
});

describe('the browser', () => {
  it('is the user’s choice, which must be an executable file', () => {
    const chosen = addProgram('mine');
    expect(findBrowser('firefox', { OFFPRINT_FIREFOX: chosen })).toBe(chosen);
    expect(() => findBrowser('firefox', { OFFPRINT_FIREFOX: `${chosen}?` })).toThrow(NoBrowserError);
  });

  it('is no snap: that has a /tmp of its own and finds no profile of ours', () => {
    addProgram('firefox', '#!/bin/sh\nexec /snap/bin/firefox "$@"\n');
    const other = addProgram('firefox-esr');
    expect(findBrowser('firefox', { PATH: folder })).toBe(other);
  });

  it('is installed from Debian’s packages if that is possible', () => {
    const ways = fakeInstallers({ debian: true });
    const found = requireBrowsers(['chromium', 'firefox'], { PATH: folder }, ways);
    expect(found).toEqual({ chromium: `${folder}/chromium`, firefox: `${folder}/firefox-esr` });
    expect(ways.asked).toEqual(['apt-get chromium firefox-esr']);
  });

  it('is downloaded otherwise, if it is missing', () => {
    const chromium = addProgram('chromium');
    const ways = fakeInstallers({ download: true });
    const found = requireBrowsers(['chromium', 'firefox'], { PATH: folder }, ways);
    expect(found).toEqual({ chromium, firefox: `${folder}/firefox-for-testing` });
    expect(ways.asked).toEqual(['apt-get firefox-esr', 'download firefox']);
  });

  it('is asked for in one line if nothing helps', () => {
    expect(() => requireBrowsers(['firefox'], { PATH: folder }, fakeInstallers({}))).toThrow(
      'Please install Firefox 140 or later (not as a snap), or set OFFPRINT_FIREFOX to its executable.',
    );
  });
});

it.each([
  ['ID=debian', true],
  ['NAME="Debian GNU/Linux"\nID="debian"\n', true],
  ['ID=ubuntu\nID_LIKE=debian', false],
  ['ID=fedora', false],
  ['', false],
])('knows Debian from its descendants: %j', (osRelease, expected) => {
  expect(isDebian(osRelease)).toBe(expected);
});
