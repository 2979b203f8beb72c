// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { processPage } from '../../../../utils/library/articles/digest-page.ts';

const URL_ = 'https://paper.example/2026/harbour';
const LINE = 'The council had promised to open the long quay again after two years of work on its pillars.';
const PAGE = `<!doctype html><html lang="en"><head><title>Harbour opens again | The Paper</title>
  <meta property="og:type" content="article"><meta property="og:title" content="Harbour opens again">
  <script>window.ran = true</script></head><body><nav><a href="/">Home</a></nav><article><h1>Harbour opens again</h1>
  <p>${LINE} “We waited long enough,” said Mira Voss, the harbour pilot.</p><p>${LINE} ${LINE}</p>
  <figure><img src="../img/quay.jpg" onerror="window.ran = true" alt="The quay"></figure>
  <p>${LINE} ${LINE}</p><p>${LINE} ${LINE}</p></article></body></html>`;

describe('a page that is saved from a link', () => {
  it('gives the article with its quotes and images, and runs nothing', async () => {
    const page = await processPage(PAGE, URL_);
    expect(page?.article.title).toBe('Harbour opens again');
    expect(page?.article.text).toContain('two years of work');
    expect(page?.quotes.map((quote) => quote.resolvedSpeaker)).toEqual(['Mira Voss']);
    for (const { text, start, end } of page?.quotes ?? []) {
      expect(page?.article.text.slice(start, end)).toBe(text);
    }
    expect(page?.images).toEqual(['https://paper.example/img/quay.jpg']);
    expect(page?.html).not.toContain('onerror');
    expect(page?.article.html).toBe(page?.html);
    expect('ran' in window).toBe(false);
    // What crosses to the background must be plain data.
    expect(structuredClone(page)).toEqual(page);
  });

  it("names the site's icon, the one for a line of text where there are several", async () => {
    const iconOf = async (links: string): Promise<string | null | undefined> =>
      (await processPage(PAGE.replace('<title>', `${links}<title>`), URL_))?.icon;
    expect(await iconOf('')).toBeNull();
    expect(await iconOf('<link rel="shortcut icon" href="/favicon.ico">')).toBe(
      'https://paper.example/favicon.ico',
    );
    const large = '<link rel="icon" sizes="192x192" href="large.png">';
    expect(await iconOf(`${large}<link rel="ICON" sizes="32x32" href="//cdn.example/small.png">`)).toBe(
      'https://cdn.example/small.png',
    );
    expect(await iconOf(`<base href="https://paper.example/assets/">${large}`)).toBe(
      'https://paper.example/assets/large.png',
    );
    expect(await iconOf('<link rel="icon" href="http://[broken">')).toBeNull();
  });

  it('is refused where there is no text', async () => {
    expect(await processPage('<html><body></body></html>', URL_)).toBeNull();
    expect(await processPage('', URL_)).toBeNull();
  });
});
