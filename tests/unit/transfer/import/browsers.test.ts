import { describe, expect, it } from 'vitest';
import { readText } from './read-all.ts';

it('reads Safari’s bookmarks: top-level folders, and the reading list by its id', async () => {
  const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<HTML>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<Title>Bookmarks</Title>
<H1>Bookmarks</H1>
\t<DT><H3 FOLDED>Favourites</H3>
\t<DL><p>
\t\t<DT><A HREF="https://paper.example/1">One</A>
\t\t<DT><H3 FOLDED>Ports</H3>
\t\t<DL><p>
\t\t\t<DT><A HREF="https://paper.example/2">Two</A>
\t\t\t<DT><A HREF="javascript:alert(1)">Bookmarklet</A>
\t\t</DL><p>
\t</DL><p>
\t<DT><H3>Sea</H3>
\t<DL><p>
\t\t<DT><A HREF="https://paper.example/3">Three</A>
\t</DL><p>
\t<DT><H3 FOLDED id="com.apple.ReadingList">Leseliste</H3>
\t<DL><p>
\t\t<DT><A HREF="https://paper.example/4">Four</A>
\t\t<DD>A preview line
\t</DL><p>
</HTML>`;
  const { items, failures } = await readText(html);
  expect(items.map(({ url, lists, excerpt }) => [url, lists, excerpt])).toEqual([
    ['https://paper.example/1', [], null],
    ['https://paper.example/2', [['Ports']], null],
    ['https://paper.example/3', [['Sea']], null],
    ['https://paper.example/4', [], 'A preview line'],
  ]);
  expect(failures).toHaveLength(1);
});

describe('lists of addresses', () => {
  it('reads OneTab’s text: groups parted by blank lines, a title after each address', async () => {
    const { items, failures } = await readText(
      'https://paper.example/1 | Tide tables | The Paper\r\nhttps://paper.example/2 | Ebb, and flow\r\n\r\nhttps://paper.example/3\r\nchrome://extensions/ | Extensions\r\n',
    );
    expect(items.map(({ url, title }) => [url, title])).toEqual([
      ['https://paper.example/1', 'Tide tables | The Paper'],
      ['https://paper.example/2', 'Ebb, and flow'],
      ['https://paper.example/3', ''],
    ]);
    expect(failures).toMatchObject([{ at: '5', why: 'notWeb', title: 'Extensions' }]);
  });

  it('reads a plain list, with bullets, titles or Markdown, and says which lines are none', async () => {
    const { items, failures } = await readText(
      '# To read\nhttps://paper.example/1\n- https://paper.example/2\n2. <https://paper.example/3>\n* [x] [Four](https://paper.example/4)\nFive: https://paper.example/5\nno link here\njavascript:alert(1)\nhttps://paper.example/6\thalf a day\n',
    );
    expect(items.map(({ url, title }) => [url.at(-1), title])).toEqual([
      ['1', ''],
      ['2', ''],
      ['3', ''],
      ['4', 'Four'],
      ['5', 'Five'],
      ['6', 'half a day'],
    ]);
    expect(failures).toMatchObject([
      { at: '7', why: 'noAddress', title: 'no link here' },
      { at: '8', why: 'notWeb' },
    ]);
  });

  it('does not recognise a letter or a table of passwords as a list', async () => {
    const letter = 'Dear Ina,\nread this:\nhttps://paper.example/1\nYours';
    await expect(readText(letter)).rejects.toMatchObject({ code: 'unknown' });
    const passwords = ['paper', 'b', 'c', 'd'].map((name) => `https://${name}.example/,ina,secret\n`);
    const table = `site,user,password\n${passwords.join('')}`;
    await expect(readText(table)).rejects.toMatchObject({ code: 'passwords' });
    expect((await readText('https://paper.example/1')).format).toBe('urlList');
  });
});
