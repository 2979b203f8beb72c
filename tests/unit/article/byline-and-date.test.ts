// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { cleanByline } from '../../../utils/article/metadata/clean-byline.ts';
import { readWords, toIsoDate } from '../../../utils/article/metadata/read-dates.ts';
import { ARTICLE_URL, type Parts, prose, readArticle } from './make-page.ts';

const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

describe('the byline', () => {
  const printed: [string, string, Parts][] = [
    [
      'in a span without a link',
      'Ina Vold',
      { before: '<div class="post-avatar"><span class="post-author"> Ina Vold </span><p>3 tags</p></div>' },
    ],
    [
      'in a list under a label',
      'Ina Vold, Per Aas',
      { before: '<div><h6>Author(s)</h6><ul><li><a href="/i">Ina Vold</a></li><li>Per Aas</li></ul></div>' },
    ],
    ['after the text under a label', 'Ina Vold', { after: '<h2>Article by</h2><div>Ina Vold</div>' }],
    [
      'under a portrait after the text',
      'Ina',
      {
        head: meta('author', 'The Quay Team') + meta('og:site_name', 'The Quay'),
        after:
          '<div><img src="i.jpg" alt="Ina"><div><h3>Ina</h3><p>Ina is the founder of a small shipyard, and has never sailed herself.</p></div></div>',
      },
    ],
    [
      'and not who made the site',
      'Ina Vold',
      {
        head: meta('author', 'content: The Quay, design: Per Aas, code: Siv Moe, QUAYLAB'),
        before: '<p>by <a href="/author/ina">Ina Vold</a>, Senior Director, Content & Ships, Quaylab</p>',
      },
    ],
  ];
  it.each(printed)('is found %s', (_, name, parts) => {
    expect(readArticle(parts).byline).toBe(name);
  });

  it('is the house where the page says so, though no person is called that', () => {
    const head = `${meta('author', '24 Quays')}<meta property="og:site_name" content="24 Quays">`;
    expect(readArticle({ head }).byline).toBe('24 Quays');
  });

  it('is nobody praised, and nothing from a menu', () => {
    const after = '<div class="customer-quotes"><div class="author-info"><span>Per Aas</span></div></div>';
    const before = '<nav><ul><li>Authors</li><li>Store Front</li><li>Search</li></ul></nav>';
    expect(readArticle({ before, after }).byline).toBeNull();
  });

  it('keeps persons and drops the offices they hold', () => {
    expect(cleanByline(['By Ina Vold, Staff Writer, and Per Aas'])).toBe('Ina Vold, Per Aas');
    expect(cleanByline(['Ina Vold, Senior Director, Content & Ships, Quaylab and Quay Institute'])).toBe(
      'Ina Vold',
    );
  });
});

describe('the date', () => {
  const published = '<meta property="article:published_time" content="2025-03-04T08:00:00Z">';

  it('is the first, where a line by the headline has that of the last change as well', () => {
    const before =
      '<p><time class="updated" datetime="2025-05-21T10:00:00Z">May 21, 2025</time><time class="published" datetime="2025-03-04T10:00:00Z">March 4, 2025</time></p>';
    expect(readArticle({ before }).publishedAt).toBe('2025-03-04T10:00:00.000Z');
  });

  it('is what the page prints, where one of its statements agrees', () => {
    const head = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-04-03"}</script>${published}`;
    expect(readArticle({ head, before: '<p>March 4, 2025</p>' }).publishedAt).toBe(
      '2025-03-04T08:00:00.000Z',
    );
  });

  it('is that of the address where the page has no other', () => {
    expect(readArticle({}, 'https://quay.example/2025/03/04/ferry-leaves-late-again').publishedAt).toBe(
      '2025-03-04',
    );
    expect(readArticle({}, 'https://quay.example/harbour/20250304-ferry').publishedAt).toBe('2025-03-04');
    expect(readArticle({}, ARTICLE_URL).publishedAt).toBeNull();
  });

  it.each([
    [
      '4 July 2025',
      'July 4th, 2025',
      '4. Juli 2025',
      '4 juillet 2025',
      '4 de julio de 2025',
      '4 luglio 2025',
    ],
    [
      '4 de julho de 2025',
      '4 lipca 2025',
      '4 juli 2025',
      '4. juli 2025',
      '4. heinäkuuta 2025',
      '4. července 2025',
    ],
    ['4 липня 2025', '4 июля 2025', '4 iulie 2025', '4 Temmuz 2025', '4 Ιουλίου 2025', '4 يوليو 2025'],
    [
      '2025年7月4日',
      '2025년 7월 4일',
      '4.7.2025',
      '2025-07-04 09:12',
      '2025. július 4.',
      'ngày 4 tháng 7 năm 2025',
    ],
  ])('is read in words: %s', (...lines) => {
    for (const line of lines) expect(toIsoDate(line) ?? readWords(line), line).toMatch(/^2025-07-04/);
  });

  it('tells all months apart in each language', () => {
    const years = [
      'January February March April May June July August September October November December',
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
      'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
      'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
      'januari februari maart april mei juni juli augustus september oktober november december',
      'január február március április május június július augusztus szeptember október november december',
      'januar februar mars april mai juni juli august september oktober november desember',
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
      'ledna února března dubna května června července srpna září října listopadu prosince',
      'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
      'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
      'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
    ];
    for (const year of years)
      year.split(' ').forEach((month, i) => {
        expect(readWords(`5 ${month} 2025`), month).toBe(`2025-${String(i + 1).padStart(2, '0')}-05`);
      });
  });

  it('is no figure that merely looks like one', () => {
    for (const line of ['Model 12/2025/99', 'ISBN 978-3-16', 'page 3 of 2025 pages'])
      expect(readWords(line), line).toBeNull();
  });

  it('stands with a text of which it is no part', () => {
    expect(readArticle({ before: '<p>Published on 4 March 2025</p>' }).text).toBe(prose(5).join('\n\n'));
  });
});
