import { describe, expect, it } from 'vitest';
import { RemoteError } from '../../../../utils/sync/remote/remote-store.ts';
import { nameOfHref, parseWebDavAddress } from '../../../../utils/sync/remote/web-dav-address.ts';
import { parseListing } from '../../../../utils/sync/remote/web-dav-listing.ts';
import { itLong } from '../../../long.ts';
import { expectWithin } from '../../growth.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof RemoteError) return error.code;
    throw error;
  }
};

describe('a listing', () => {
  const RESPONSE = (prefix: string, xmlns: string): string =>
    `<?xml version="1.0" encoding="utf-8"?>\n<${prefix}multistatus ${xmlns}><${prefix}response><${prefix}href>/dav/a%20b/</${prefix}href><${prefix}propstat><${prefix}prop><${prefix}resourcetype><${prefix}collection/></${prefix}resourcetype></${prefix}prop><${prefix}status>HTTP/1.1 200 OK</${prefix}status></${prefix}propstat></${prefix}response></${prefix}multistatus>`;

  it.each([
    ['D:', 'xmlns:D="DAV:"'],
    ['d:', 'xmlns:d="DAV:" xmlns:oc="http://owncloud.example/ns"'],
    ['', 'xmlns="DAV:"'],
    ['lp1-x:', 'xmlns:lp1-x="DAV:"'],
  ])('is parsed with any namespace prefix: %s', (prefix, xmlns) => {
    expect(parseListing(RESPONSE(prefix, xmlns))).toEqual([
      { href: '/dav/a%20b/', isFolder: true, size: null, changedAt: null },
    ]);
  });

  it('is rejected if its elements have another namespace', () => {
    expect(codeOf(() => parseListing(RESPONSE('D:', 'xmlns:D="urn:other"')))).toBe('notWebDav');
    expect(codeOf(() => parseListing(RESPONSE('', 'lang="en"')))).toBe('notWebDav');
  });

  it('contains sizes and times, also with a namespace on an inner element, but no unsuccessful resources', () => {
    const xml = `<D:multistatus xmlns:D="DAV:"><D:response xmlns:l="DAV:"><D:href>/f</D:href>
      <D:propstat><l:prop><l:getcontentlength>12</l:getcontentlength><l:getlastmodified>Tue, 02 Jun 2026 10:00:00 GMT</l:getlastmodified></l:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
      <D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>
      <D:response><D:href>/gone</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response></D:multistatus>`;
    expect(parseListing(xml)).toEqual([
      { href: '/f', isFolder: false, size: 12, changedAt: Date.UTC(2026, 5, 2, 10) },
    ]);
  });

  itLong('is read in time that grows with its length, however many namespaces it names', async () => {
    const listing = (n: number): string => {
      const names = Array.from({ length: n }, (_, i) => `xmlns:n${i}="urn:${i}"`).join(' ');
      const one = '<D:response xmlns:o="urn:o"><D:href xmlns:o="urn:o">/f</D:href></D:response>';
      return `<D:multistatus xmlns:D="DAV:" ${names}>${one.repeat(n)}</D:multistatus>`;
    };
    await expectWithin(3000, () => expect(parseListing(listing(4000))).toHaveLength(4000));
  });

  it('of only carriage returns is parsed in linear time', async () => {
    const listing = `<d:multistatus xmlns:d="DAV:">${'\r'.repeat(500_000)}</d:multistatus>`;
    await expectWithin(3000, () => expect(parseListing(listing)).toEqual([]));
  });

  it.each([
    ['not XML', 'Welcome'],
    ['empty', ''],
    ['cut off', RESPONSE('D:', 'xmlns:D="DAV:"').slice(0, 200)],
    [
      'with entities of its own',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><multistatus xmlns="DAV:">&a;</multistatus>',
    ],
    ['with unknown entities', '<multistatus xmlns="DAV:">&nbsp;</multistatus>'],
    ['nested without end', `<multistatus xmlns="DAV:">${'<a>'.repeat(200_000)}`],
    [
      'nested deep, and whole',
      `<multistatus xmlns="DAV:">${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</multistatus>`,
    ],
  ])('that is %s is rejected', (_what, xml) => {
    expect(['badAnswer', 'notWebDav']).toContain(codeOf(() => parseListing(xml)));
  });

  itLong('of twenty thousand files is read in a moment', async () => {
    const one =
      '<d:response><d:href>/dav/x.age</d:href><d:propstat><d:prop><d:resourcetype/></d:prop></d:propstat></d:response>';
    const listing = `<d:multistatus xmlns:d="DAV:">${one.repeat(20_000)}</d:multistatus>`;
    await expectWithin(5000, () => expect(parseListing(listing)).toHaveLength(20_000));
  });
});

describe('an href', () => {
  const listed = new URL('https://cloud.example:8443/dav/gr%C3%B6%C3%9Fe%20x/');

  it.each([
    ['/dav/gr%C3%B6%C3%9Fe%20x/1.seg', '1.seg'],
    ['https://cloud.example:8443/dav/gr%C3%B6%C3%9Fe%20x/1.seg', '1.seg'],
    ['http://cloud.example/dav/gr%c3%b6%c3%9fe%20x/1.seg', '1.seg'],
    ['1.seg', '1.seg'],
    ['/dav/größe x/log/', 'log'],
    ['/dav/gr%C3%B6%C3%9Fe%20x/', ''],
    ['/dav/gr%C3%B6%C3%9Fe%20x', ''],
    ['/dav/gr%C3%B6%C3%9Fe%20x/a%2Fb', 'a/b'],
    ['/dav/gr%C3%B6%C3%9Fe%20x/a/b', null],
    ['/dav/gr%C3%B6%C3%9Fe%20x/../other/1.seg', null],
    ['/dav/', null],
    ['/elsewhere/1.seg', null],
    ['/dav/gr%C3%B6%C3%9Fe%20x/%', null],
    ['https://[', null],
  ])('%s is %j', (href, name) => {
    expect(nameOfHref(href, listed)).toBe(name);
  });

  it.each(['https://evil.example/dav/gr%C3%B6%C3%9Fe%20x/1.seg', '//evil.example/1.seg'])(
    'that names another host is refused: %s',
    (href) => {
      expect(codeOf(() => nameOfHref(href, listed))).toBe('badAnswer');
    },
  );
});

describe('an address', () => {
  it.each([
    ['cloud.example/remote.php/dav/files/ada', 'https://cloud.example/remote.php/dav/files/ada/', false],
    [' https://cloud.example ', 'https://cloud.example/', false],
    ['http://localhost:8080/dav', 'http://localhost:8080/dav/', true],
    ['http://192.168.1.9/', 'http://192.168.1.9/', true],
    ['http://nas.local/x', 'http://nas.local/x/', true],
  ])('%s is accepted', (text, href, isPlain) => {
    const { root, isUnencrypted } = parseWebDavAddress(text, 'Offprint');
    expect([root.href, isUnencrypted]).toEqual([href, isPlain]);
  });

  it.each([
    ['http://cloud.example/dav', 'needsHttps'],
    ['', 'badAddress'],
    ['ftp://cloud.example/', 'badAddress'],
    ['https://ada:secret@cloud.example/', 'badAddress'],
    ['https://cloud.example/?dir=/x', 'badAddress'],
    ['https://cloud.example/#x', 'badAddress'],
    ['not an address', 'badAddress'],
  ])('%s is rejected: %s', (text, code) => {
    expect(codeOf(() => parseWebDavAddress(text, ''))).toBe(code);
  });

  it.each(['Größe & 100% #1?/b c', '../up'])(
    'with the folder %s is not: servers differ on that name',
    (folder) => {
      expect(codeOf(() => parseWebDavAddress('cloud.example', folder))).toBe('badAddress');
    },
  );
});
