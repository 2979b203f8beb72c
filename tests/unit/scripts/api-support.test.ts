import { expect, it } from 'vitest';
import { lackedBy, listApis } from '../../../scripts/check/api-support.ts';

const OLDEST = { chrome: 120, edge: 120, firefox: 140, firefox_android: 142 };
const everywhere = (version: string | false) => ({
  chrome: { version_added: '20' },
  edge: { version_added: '79' },
  firefox: { version_added: '45' },
  firefox_android: { version_added: version },
});
const DATA = {
  tabs: {
    __compat: { support: everywhere('54') },
    query: { __compat: { support: everywhere('85') } },
    group: { __compat: { support: everywhere('150') } },
  },
  windows: { update: { __compat: { support: everywhere(false) } } },
  menus: { create: { __compat: { support: { ...everywhere(false), chrome: [{ version_added: '≤58' }] } } } },
};

it('finds the APIs of a source, wherever its lines break', () => {
  expect(listApis('await browser.tabs.query({});')).toEqual(['tabs.query']);
  expect(listApis('browser.windows\n    .getCurrent()\n    .then(tell)')).toEqual(['windows.getCurrent']);
  expect(listApis('const { tabs, windows: there } = browser;')).toEqual(['tabs', 'windows']);
});

it('takes no word of a comment, and nothing that only ends like it, for an API', () => {
  expect(listApis('// browser.windows is lacking\n/* browser.menus */ myBrowser.tabs')).toEqual([]);
  expect(listApis('const { local } = browser.storage;')).toEqual(['storage']);
});

it('says which browsers lack an API, or have it only in later versions', () => {
  expect(lackedBy('tabs.query', DATA, OLDEST)).toEqual([]);
  expect(lackedBy('tabs.group', DATA, OLDEST)).toEqual(['firefox_android']);
  expect(lackedBy('windows.update', DATA, OLDEST)).toEqual(['firefox_android']);
  expect(lackedBy('contextMenus.create', DATA, OLDEST)).toEqual(['firefox_android']);
});

it('says so of an API that the data does not know', () => {
  expect(lackedBy('telepathy.send', DATA, OLDEST)).toEqual(['unknown']);
});
