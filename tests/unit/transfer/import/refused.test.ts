import { describe, expect, it } from 'vitest';
import MESSAGES from '../../../../locales/en.json' with { type: 'json' };
import { detectFormat } from '../../../../utils/transfer/import/detect-format.ts';
import { TransferError } from '../../../../utils/transfer/transfer-error.ts';
import { writeZip } from '../write-zip.ts';
import { encode } from './encode.ts';
import { readAll } from './read-all.ts';

const codeOf = (bytes: BlobPart): Promise<unknown> =>
  detectFormat(new Blob([bytes])).then(
    (format) => format,
    (error: unknown) => (error instanceof TransferError ? error.code : error),
  );

describe('a file of passwords is refused as that', () => {
  it.each([
    'name,url,username,password,note\nPaper,https://paper.example/,ina,secret,\n',
    '"url","username","password","httpRealm","formActionOrigin","guid","timeCreated"\n"https://paper.example","ina","x","","","",""\n',
    'Title,URL,Username,Password,Notes,OTPAuth\nPaper,https://paper.example/,ina,x,,\n',
    'URL;Benutzername;Passwort\nhttps://paper.example/;ina;x\n',
    'Nom,URL,Identifiant,Mot de passe\nPaper,https://paper.example/,ina,x\n',
    ...[
      'Contrasena',
      'salasana',
      'Jelszó',
      'pwd',
      'Web site password',
      'clave',
      'parola',
      'hasło',
      'pass',
    ].map((name) => `title,url,login,${name}\nPaper,https://paper.example/,ina,x\n`),
    '网址,用户名,密码,url\n,ina,x,https://paper.example/\n',
    'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n,,login,P,,,0,https://paper.example,ina,x,\n',
  ])('%s', async (text) => {
    expect(await codeOf(text)).toBe('passwords');
  });
});

it.each([
  'url,titulo,clave\nhttps://paper.example/1,Uno,mar\n',
  'parola,url\nmare,https://paper.example/1\n',
])('accepts a column whose name may mean password when there is no column of users: %s', async (text) => {
  expect(await codeOf(text)).toBe('csv');
});

describe('what is no list of articles is refused', () => {
  it.each([
    ['a letter', 'Dear Sir, I write to you …'],
    ['an empty list', '[]'],
    ['a list of names', '[{"a":1,"name":"One"}]'],
    ['people', 'Name,E-mail,Phone,URL\nIna,ina@paper.example,1,https://paper.example/\n'],
    ['a chat', 'Ann: see https://paper.example/1\nBen: nice\nAnn: https://paper.example/2\nBen: I have\n'],
    [
      'settings in YAML',
      '- title: One\n  url: https://paper.example/1\n- title: Two\n  url: https://paper.example/2\n',
    ],
    [
      'a log',
      '10:00 GET https://paper.example/1\n10:00 done\n10:01 GET https://paper.example/2\n10:01 done\n',
    ],
    ['a sentence and a link', 'We stayed at the harbour for a week.\nhttps://paper.example/1\n'],
    ['a column of addresses without any', 'id,url\n1,yes\n2,no\n'],
    ['a list of things', '[{"id":1,"url":"https://a.example/1","stars":3}]'],
    ['settings', '{"theme":"dark","items":[]}'],
    ['bytes', new Uint8Array(500).fill(7)],
  ] as const)('%s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('unknown');
  });
});

it.each([
  ['an empty file', '', 'empty'],
  [
    'a page with links',
    '<!doctype html><title>x</title><ul><li><a href="https://a.example/1">One</a></ul>',
    'noAddress',
  ],
  ['half an archive', 'PK\u0003\u0004 no archive', 'damaged'],
])('refuses %s by what it is', async (_, bytes, code) => {
  expect(await codeOf(bytes)).toBe(code);
});

const FIREFOX_BACKUP = {
  type: 'text/x-moz-place-container',
  root: 'placesRoot',
  children: [{ type: 'text/x-moz-place', uri: 'https://paper.example/1', title: 'One' }],
};
const CHROME_BOOKMARKS = {
  checksum: 'c0ffee',
  roots: {
    bookmark_bar: {
      children: [{ name: 'One', type: 'url', url: 'https://paper.example/1' }],
      type: 'folder',
    },
  },
};

/** Files whose message names the file to choose instead, with its code. */
const UNSUPPORTED: readonly (readonly [string, BlobPart, string])[] = [
  ['the bookmarks of a profile of Chrome', JSON.stringify(CHROME_BOOKMARKS), 'browserFile'],
  ['a backup of bookmarks in Firefox', JSON.stringify(FIREFOX_BACKUP), 'browserFile'],
  ['one of a profile of Firefox', `mozLz40\0\x20\x03\0\0${'\x01'.repeat(99)}`, 'browserFile'],
  [
    'the bookmarks of Safari',
    `bplist00\xd4\x01XChildren_\x10\x16WebBookmarkFileVersion${'\x01'.repeat(99)}`,
    'browserFile',
  ],
  [
    'those of Safari in XML',
    '<?xml version="1.0"?>\n<plist version="1.0"><dict><key>WebBookmarkType</key><string>WebBookmarkTypeList</string></dict></plist>',
    'browserFile',
  ],
  [
    'BibTeX',
    '% by Zotero\n@article{holm,\n\ttitle = {One},\n\turl = {https://paper.example/1},\n}\n',
    'references',
  ],
  ['RIS', 'TY  - NEWS\r\nTI  - One\r\nUR  - https://paper.example/1\r\nER  - \r\n', 'references'],
  [
    'CSL-JSON',
    '[{"id":"a","type":"article-newspaper","title":"One","URL":"https://paper.example/1","issued":{"date-parts":[[2024]]}}]',
    'references',
  ],
  [
    'Evernote',
    '<?xml version="1.0"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">\n<en-export application="Evernote"><note><title>One</title></note></en-export>',
    'evernote',
  ],
  [
    'Pinboard in XML',
    '<?xml version="1.0" encoding="UTF-8"?>\n<posts user="ina"><post href="https://paper.example/1" description="One" tag="sea" /></posts>',
    'postsXml',
  ],
];

describe('a file that another file can stand in for is refused with its own message', () => {
  it.each(UNSUPPORTED)('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it.each(UNSUPPORTED)('%s, also in an archive', async (_, bytes, code) => {
    const zip = await writeZip([
      ['a file', new Blob([bytes])],
      ['a letter.txt', 'Dear Sir, I write to you …'],
    ]);
    expect(await codeOf(zip)).toBe(code);
  });

  it('Readeck’s archive', async () => {
    const info = { UID: 'u1', URL: 'https://paper.example/1', Title: 'One', Labels: ['sea'] };
    const archive = await writeZip([
      ['data.json', JSON.stringify({ Info: { Version: '1' }, Bookmarks: [] })],
      ['bookmarks/u1/info.json', JSON.stringify(info)],
      ['bookmarks/u1/container/index.html', '<html><body><p>Text</p>'],
    ]);
    expect(await codeOf(archive)).toBe('readeckArchive');
  });

  it('an e-book, alone and in an archive', async () => {
    const book = await writeZip([
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', '<container/>'],
      [
        'OEBPS/chapter1.xhtml',
        '<!DOCTYPE html><link rel="canonical" href="https://paper.example/1"><p>Text</p>',
      ],
    ]);
    expect(await codeOf(book)).toBe('book');
    expect(await codeOf(await writeZip([['b.epub', book]]))).toBe('book');
    const { items, failures } = await readAll(
      await writeZip([
        ['a.txt', 'https://paper.example/2\n'],
        ['b.epub', book],
      ]),
    );
    expect(items.map(({ url }) => url)).toEqual(['https://paper.example/2']);
    expect(failures).toMatchObject([{ why: 'unknownFile', title: 'b.epub' }]);
  });

  it('and is named when other files beside it are imported', async () => {
    const zip = await writeZip([
      ['Bookmarks', JSON.stringify(CHROME_BOOKMARKS)],
      ['list.txt', 'https://paper.example/2\n'],
    ]);
    const { format, items, failures } = await readAll(zip);
    expect([format, items.map(({ url }) => url)]).toEqual(['urlList', ['https://paper.example/2']]);
    expect(failures.map(({ title, why }) => [title, why])).toEqual([['Bookmarks', 'unknownFile']]);
  });

  it.each([
    [
      'a note with an entry of BibTeX',
      '---\nsource: https://paper.example/1\n---\nCite as:\n\n@article{holm, title = {One}}\n',
      'markdown',
    ],
    [
      'a list with a time of access',
      '[{"type":"tab","url":"https://paper.example/1","title":"One","accessed":"2024-02-01"}]',
      'json',
    ],
  ])('but not %s', async (_, text, format) => {
    expect(await codeOf(text)).toBe(format);
  });

  it('has a message in the interface', () => {
    for (const [, , code] of UNSUPPORTED) expect(MESSAGES).toHaveProperty(`transferError_${code}`);
  });
});

describe('a charset', () => {
  const text = (word: string): string =>
    `title,url,time_added,tags,status\n${word},https://paper.example/1,1700000000,${word},unread\n`;
  const wide = (source: string, isLittle: boolean): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(source.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < source.length; i += 1) view.setUint16(2 * i, source.charCodeAt(i), isLittle);
    return bytes;
  };
  it.each([
    ['UTF-16 with a mark', wide(`\ufeff${text('Гавань')}`, true), 'Гавань'],
    ['UTF-16 without one', wide(text('Гавань'), true), 'Гавань'],
    ['Latin-1', encode(text('Café à Zürich'), 'windows-1252'), 'Café à Zürich'],
    ['UTF-16, high bytes first', wide(`\ufeff${text('Zażółć')}`, false), 'Zażółć'],
    [
      'UTF-8 with one bad byte',
      new Blob([text('Zażółć — Гавань'), new Uint8Array([0xff])]),
      'Zażółć — Гавань',
    ],
  ])('is found: %s', async (_, bytes, title) => {
    const { format, items } = await readAll(new Blob([bytes]));
    expect([format, items[0]?.title, items[0]?.tags]).toEqual(['pocketCsv', title, [title]]);
  });

  it('is taken from the file’s declaration', async () => {
    const page = `<!DOCTYPE NETSCAPE-Bookmark-file-1><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=koi8-r"><DL><DT><A HREF="https://paper.example/1" ADD_DATE="1">Гавань</A></DL>`;
    const { items } = await readAll(new Blob([encode(page, 'koi8-r')]));
    expect(items[0]?.title).toBe('Гавань');
  });
});
