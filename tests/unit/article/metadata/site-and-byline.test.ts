// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { extractArticle } from '../../../../utils/article/extract-article.ts';
import { cleanByline } from '../../../../utils/article/metadata/clean-byline.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, readArticle } from '../make-page.ts';

const property = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const named = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
const data = (article: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...article })}</script>`;

describe('the site', () => {
  it('is no section', () => {
    const site = property('og:site_name', 'Harbour');
    expect(readArticle({ head: site + property('article:section', 'Harbour') }).siteName).toBe('The Quay');
    expect(readArticle({ head: site }).siteName).toBe('The Quay');
    expect(readArticle({ head: site }, 'https://lumholm.example/2025/ferry').siteName).toBe('Harbour');
  });

  it('is not the title of the page', () => {
    expect(readArticle({ head: named('application-name', 'Ferry leaves late again') }).siteName).toBe(
      'The Quay',
    );
  });

  it('is what its address is named after, where a template states something else', () => {
    const head = property('og:site_name', 'Security') + named('application-name', 'The Quay');
    expect(readArticle({ head }).siteName).toBe('The Quay');
  });

  it('is the end of the title, where nothing else names it', () => {
    expect(readArticle({}).siteName).toBe('The Quay');
    expect(readArticle({}, 'https://lumholm.example/2025/ferry').siteName).toBeNull();
  });
});

describe('the name of the site', () => {
  const site = (name: string, head = '') => property('og:site_name', name) + head;
  const publisher = (name: string) => data({ publisher: { name } });

  it.each<[string, string]>([
    ['an address', site('https://www.quay.example/')],
    ['a host', site('quay.example')],
    ['a host, where another name is stated', site('www.quay.example', publisher('The Quay'))],
    ['a country', site('United Kingdom')],
    ['a country in the language of the page', `<meta name="publisher" content="Deutschland">`],
    ['its name in another language', site('Quay Messenger of Lumholm')],
  ])('is never %s', (_, head) => {
    const lang = head.includes('Deutschland') ? 'de' : 'en';
    const html = makeArticle({ head }).replace('lang="en"', `lang="${lang}"`);
    const article = extractArticle(parsePage(html), 'https://thequay.example/2025/ferry')?.article;
    expect(article?.siteName).toBe('The Quay');
  });

  it('is a host without its ending, where nothing else is stated', () => {
    const read_ = (head: string) =>
      extractArticle(
        parsePage(makeArticle({ head }).replace('| The Quay', '')),
        'https://www.quaypost.example/2025/ferry',
      )?.article.siteName;
    expect(read_(site('QuayPost.example'))).toBe('QuayPost');
    expect(read_(site('https://www.quaypost.example/'))).toBe('quaypost');
  });

  it('is written as the page is', () => {
    const page = (title: string, head: string) =>
      extractArticle(
        parsePage(makeArticle({ head }).replace(/<title>.*<\/title>/, `<title>${title}</title>`)),
        'https://minato.example/2025/ferry',
      )?.article.siteName;
    const both = site('The Minato Shimbun', publisher('みなと新聞'));
    expect(page('フェリーがまた遅れる', both)).toBe('みなと新聞');
    expect(page('フェリーがまた遅れる | みなと新聞', site('The Minato Shimbun'))).toBe('みなと新聞');
    expect(page('Ferry leaves late again', both)).toBe('The Minato Shimbun');
  });

  it('is no country of the page’s language or address, and asks for the names of no others', () => {
    const names = vi.spyOn(Intl.DisplayNames.prototype, 'of');
    const nameOf = (name: string, lang: string, host: string) =>
      extractArticle(
        parsePage(
          makeArticle({ head: site(name) })
            .replace('| The Quay', '')
            .replace('lang="en"', `lang="${lang}"`),
        ),
        `https://${host}/2025/ferry`,
      )?.article.siteName;
    expect(nameOf('Irland', 'de', 'thequay.ie')).toBeNull();
    expect(nameOf('Brasil', 'pt-BR', 'thequay.example')).toBeNull();
    expect(nameOf('Österreich', 'de', 'thequay.at')).toBeNull();
    expect(names.mock.calls.length).toBeLessThan(20);
    names.mockRestore();
  });

  it('may be that of a country, where the address is, too', () => {
    expect(readArticle({ head: site('Jordan') }, 'https://jordan.example/2025/ferry').siteName).toBe(
      'Jordan',
    );
  });
});

describe('a byline of function words', () => {
  it.each([
    'of the article',
    'Von',
    'author of the article',
    'de',
    'By the',
    'par',
    'von der',
    'автор',
    'Przez',
  ])('is nobody: %s', (printed) => {
    expect(cleanByline([printed], null)).toBeNull();
    const head = data({ author: { name: 'Ina Vold' } });
    const before = `<p class="byline">${printed}</p>`;
    expect(readArticle({ head, before }).byline).toBe('Ina Vold');
    expect(readArticle({ head: head + named('author', printed), before }).byline).toBe('Ina Vold');
    expect(readArticle({ head: data({ author: [{ name: printed }, { name: 'Ina Vold' }] }) }).byline).toBe(
      'Ina Vold',
    );
    expect(readArticle({ before }).byline).toBeNull();
  });

  it.each(['Le Van', 'Do An', 'Von der Aa', 'Li E', 'Van Vold'])(
    'may look like a name of short words: %s',
    (name) => {
      expect(cleanByline([name], 'en')).toBe(name);
    },
  );
});

describe('a name', () => {
  it.each([
    ['Diébédo Okoro', 'en'],
    ['Avşar Demir', 'tr'],
    ['Di Wu', 'en'],
    ['Da Eun Kim', 'en'],
    ['Di Maria', 'it'],
    ['Von der Aa', 'de'],
  ])('keeps its first syllable: %s', (name, lang) => {
    expect(cleanByline([name], lang)).toBe(name);
  });

  it.each([
    ['Di Luca Rossi', 'it', 'Luca Rossi'],
    ['Von Ina Vold', 'de', 'Ina Vold'],
    ['von Ina Vold', 'de-AT', 'Ina Vold'],
    ['Av Siv Moe', 'nb', 'Siv Moe'],
    ['Par Ina Vold et Olaf Byberg', 'fr', 'Ina Vold, Olaf Byberg'],
    ['Af Siv Moe og Per Aas', 'da', 'Siv Moe, Per Aas'],
    ['By Siv Moe And Per Aas', 'en', 'Siv Moe, Per Aas'],
  ])('loses the word for "by" of its language: %s', (printed, lang, name) => {
    expect(cleanByline([printed], lang)).toBe(name);
  });

  it.each([
    ['BY SIV MOEN AND PER AAS-HOLT', 'Siv Moen, Per Aas-Holt'],
    ["MARÍA DE LA O'SHEA", "María de la O'Shea"],
    ['OLAF MCBYRNE III', 'Olaf McByrne III'],
    ['ABC NEWS', 'ABC NEWS'],
    ['J.P. VOLD', 'J.P. Vold'],
    ['TT NTB', 'TT NTB'],
  ])('is not in capitals: %s', (printed, name) => {
    expect(cleanByline([printed], 'en')).toBe(name);
  });

  it('is no scrap of a sentence, no label and no section', () => {
    for (const scrap of ['Skip to toolbar', 'Representative to the Liaison Committee', 'Veröffentlicht am'])
      expect(cleanByline([scrap], 'en'), scrap).toBeNull();
    expect(cleanByline(['By Ina Vold in News, Business'], 'en')).toBe('Ina Vold');
    const head = named('author', 'Harbour') + property('article:section', 'Harbour');
    expect(readArticle({ head }).byline).toBeNull();
  });

  it('stands without the address of a firm or of the house', () => {
    expect(cleanByline(['Quaylab GmbH, Lumholm, Norway'], 'en')).toBe('Quaylab GmbH');
    const head = property('og:site_name', 'The Quay') + named('author', 'Ina Vold, The Quay, Lumholm');
    expect(readArticle({ head }).byline).toBe('Ina Vold');
    expect(readArticle({ head: named('author', 'By Ina Vold, Quay') }).byline).toBe('Ina Vold');
    const house = property('og:site_name', 'The Quay') + named('author', 'The Quay, Lumholm, Norway');
    expect(readArticle({ head: house }).byline).toBe('The Quay');
  });

  it('may be stated in two', () => {
    const head = data({ author: [{ '@type': 'Person', givenName: 'Ina', familyName: 'Vold' }] });
    expect(readArticle({ head }).byline).toBe('Ina Vold');
  });
});

describe('a printed name', () => {
  const before = '<p>By <a href="/author/ina">Ina Vold</a></p>';

  it('counts before the house, its domain and an agency', () => {
    const publisher = data({ author: { name: 'Harbour Trust' }, publisher: { name: 'Harbour Trust' } });
    for (const head of [publisher, named('author', 'quay NEWS'), named('author', 'Reuters')])
      expect(readArticle({ head, before }).byline, head).toBe('Ina Vold');
  });

  it('may be an agency, where nobody else is named', () => {
    expect(readArticle({ before: '<p class="byline">By Associated Press</p>' }).byline).toBe(
      'Associated Press',
    );
  });

  it('may stand behind its label under the text', () => {
    const after = '</div><ul><li>Autorin/Autor Ina Vold</li></ul><div>';
    expect(readArticle({ after }).byline).toBe('Ina Vold');
  });

  it('does not take the place of a person’s with a team’s', () => {
    const head = data({ author: { name: 'Ina Vold' }, publisher: { name: 'Ina Vold' } });
    expect(readArticle({ head, before: '<p>By The Quay Team</p>' }).byline).toBe('Ina Vold');
  });
});

describe('what is printed behind a name', () => {
  it.each([
    ['Ina Vold Political correspondent', 'Ina Vold'],
    ['Ina Marie Vold Senior business and economics reporter', 'Ina Marie Vold'],
    ['Ina Vold Wirtschaftsredakteurin', 'Ina Vold'],
    ['Ina Writer', 'Ina Writer'],
    ['Ina Vold, Per Aas und dpa', 'Ina Vold, Per Aas, dpa'],
    ['Ina Vold, Candidate Representative to the Committee of the Harbour', 'Ina Vold'],
  ])('%s', (stated, name) => {
    expect(cleanByline([stated])).toBe(name);
  });
});

describe('an organisation as the author', () => {
  const organisation = data({ author: { '@type': 'Organization', name: 'Harbour Wire' } });

  it('gives way to whom the page names', () => {
    expect(readArticle({ head: organisation, before: '<p class="author">Ina Vold</p>' }).byline).toBe(
      'Ina Vold',
    );
  });

  it('counts where nobody else is named', () => {
    expect(readArticle({ head: organisation }).byline).toBe('Harbour Wire');
  });
});

describe('a printed byline', () => {
  it('is read behind the day in one line', () => {
    const line = '<div>03/01/2017 by Ina Vold, Representative to the Committee of the Harbour</div>';
    expect(readArticle({ before: line }).byline).toBe('Ina Vold');
  });

  it('is found by the text where the headline stands far above it', () => {
    const trail = '<nav class="breadcrumb"><h1>Ferry leaves late again</h1></nav>';
    const menu = Array.from({ length: 14 }, (_, n) => `<ul><li>Line ${n}</li></ul>`).join('');
    const body = `<div class="head"><h2>Late, once more</h2><span class="author">By Ina Vold</span></div>${paragraphs(5)}`;
    const html = makeArticle({ body })
      .replace('<h1>Ferry leaves late again</h1>', '')
      .replace('<main>', `${trail}${menu}<main>`);
    expect(extractArticle(parsePage(html), ARTICLE_URL)?.article.byline).toBe('Ina Vold');
  });
});
