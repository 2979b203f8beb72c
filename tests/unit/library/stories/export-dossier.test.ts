// @vitest-environment jsdom
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { formatDate } from '../../../../components/ui/base/format.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { exportDossier } from '../../../../utils/library/stories/dossier.ts';
import { readStory } from '../../../../utils/library/stories/read-story.ts';
import { english } from '../../components/gallery/english.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';
import { groupByHand } from './group-by-hand.ts';

/** Two papers that quote the same pilot. */
async function makeStory() {
  const db = freshLibrary();
  const ids: string[] = [];
  for (const paper of ['North', 'South']) {
    const words = `The quay in the ${paper} was closed all night`;
    const text = `“${words},” the pilot said.`;
    const url = `https://${paper.toLowerCase()}.example/quay`;
    const page = makeSave({ url, title: `The quay <${paper}>`, siteName: paper, text });
    const quotes = [makeQuote(words, 'Ina Holm', 1)];
    ids.push((await saveArticle({ ...page, quotes }, db)).articleId);
  }
  await groupByHand(db, 'quay', ids);
  const page = await readStory('quay', db);
  if (page === null) throw new Error('no story');
  const style = 'plain' as const;
  return {
    db,
    request: { page, style, strings: english, formatDate, summary: ['Two papers'], sourcesTitle: 'Sources' },
  };
}

it('writes a web page with the summary below the title, and a name for the file', async () => {
  const { db, request } = await makeStory();
  const { file, name } = await exportDossier('html', request, db);
  expect(name).toMatch(/\.html$/);
  const { body } = new DOMParser().parseFromString(await file.text(), 'text/html');
  expect([...body.querySelectorAll('h1, h2')].map((heading) => heading.textContent)).toEqual([
    request.page.story.title,
    'Timeline',
    'Who said what',
    'Sources',
  ]);
  expect(body.querySelector('header + p')?.textContent).toBe('Two papers');
  expect(body.textContent).toContain('“The quay in the North was closed all night” — Ina Holm');
});

it('writes Markdown without the metadata of a saved article, and a book', async () => {
  const { db, request } = await makeStory();
  const markdown = await (await exportDossier('markdown', request, db)).file.text();
  expect(markdown).toMatch(/^# The quay \\<(?:North|South)\\>\n\nTwo papers\n\n## Timeline/);
  const book = await exportDossier('epub', request, db);
  expect(book.name).toMatch(/\.epub$/);
  expect(await book.file.text()).toContain('application/epub+zip');
});

it.each(['ltr', 'rtl'] as const)('is accessible as a web page, %s', async (direction) => {
  const { db, request } = await makeStory();
  const locale = direction === 'rtl' ? 'ar' : 'en';
  const strings = { ...english, locale, direction };
  const { file } = await exportDossier('html', { ...request, strings }, db);
  const written = new DOMParser().parseFromString(await file.text(), 'text/html');
  const { documentElement: root } = document;
  root.lang = written.documentElement.lang;
  root.dir = written.documentElement.dir;
  root.innerHTML = written.documentElement.innerHTML;
  expect([root.lang, root.dir]).toEqual([locale, direction]);
  // Colours are only known to a browser; a document of one article needs no landmark around it.
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document, { rules });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
