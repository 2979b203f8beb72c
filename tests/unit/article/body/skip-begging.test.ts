// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../../utils/article/extract-article.ts';
import { sampleProse } from '../../../../utils/article/judge/sample-prose.ts';
import { ARTICLE_URL, makeArticle, parsePage, prose } from '../make-page.ts';

function read(between: string) {
  const [a = '', b = '', ...rest] = prose(6);
  const body = `<p>${a}</p><p>${b}</p>${between}<p>${rest.join('</p><p>')}</p>`;
  const page = parsePage(makeArticle({ body }));
  // As if the clutter engine had found these.
  const begging = [...page.querySelectorAll('.begs')];
  const extraction = extractArticle(page, ARTICLE_URL, { begging });
  if (extraction === null) throw new Error('no article');
  return { ...extraction, text: extraction.article.text, begging };
}

describe('what begs', () => {
  const boxed =
    '<div class="begs"><p>Work goes on at the quay, and you read of it here first, each morning, without any advertising.</p><p>The Quay lives on your support. <a href="/donate">Donate now</a> and keep it free.</p><p>Thank you a thousand times, says the whole crew of the paper, for being on board with us.</p></div>';

  it('is no text of the article, is not in its HTML, and may be hidden', () => {
    const { text, article, kept, begging } = read(boxed);
    expect(text.split('\n\n')).toEqual(prose(6));
    expect(article.html).not.toContain('Donate now');
    expect(begging).toHaveLength(1);
    expect(kept.some((element) => begging[0]?.contains(element))).toBe(false);
  });

  it('is left out as a line among the paragraphs, where it gives something to follow', () => {
    const line =
      '<p class="begs">Love boats? The Quay has a free daily newsletter. <a href="/newsletter">Sign up for the newsletter</a> today.</p>';
    expect(read(line).text.split('\n\n')).toEqual(prose(6));
  });

  const told = {
    'a newsletter':
      '<p class="begs">• The sign-up forms: these come up only when visitors are registering for our newsletter, and are the only way in which the harbour ever learns who anybody is and where they live, as it says.</p>',
    'an app at length':
      '<p class="begs">3. <strong>Download the tide tables to your phone</strong> – this does not only mean to download the Tides app. You can download the tables of a whole coast, so that you need no network at sea, and the app shows them by the hour. We do it for each coast that we sail along. <a href="https://tides.example/help">Here is how to download the app</a>, with all the pictures that you need.</p>',
  };
  it.each(Object.entries(told))('stays where a line of the article tells of %s', (_, html) => {
    const { text } = read(html);
    expect(text.split('\n\n')).toHaveLength(7);
  });
});

describe('a sample of the prose', () => {
  it('is what the paragraphs say, not the menus and buttons', () => {
    const sample = sampleProse(parsePage(makeArticle({ before: '<p>Subscribe</p>' })));
    expect(sample).toContain('nobody on the quay was surprised');
    expect(sample).not.toContain('Subscribe');
    expect(sampleProse(parsePage('<frameset></frameset>'))).toBe('');
  });
});
