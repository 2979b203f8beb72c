import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { setArchived } from '../../../../utils/library/articles/change-articles.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { mergeSegments } from '../../../../utils/library/search/merge-segments.ts';
import { ensureSearchIndex, markSearchIndexDamaged } from '../../../../utils/library/search/rebuild-index.ts';
import { compactSearchIndex } from '../../../../utils/library/search/search-index.ts';
import { readPostings, splitTerms } from '../../../../utils/library/search/search-segment.ts';
import { LONG } from '../../../long.ts';
import { search } from '../find-articles.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';
import { buildSegment } from './build-segment.ts';

let db: LibraryDb;
beforeEach(() => {
  db = freshLibrary();
});

async function put(db: LibraryDb, title: string, text: string): Promise<string> {
  const url = `https://paper.example/${encodeURIComponent(title)}`;
  return (await saveArticle(makeSave({ url, title, text, byline: null, siteName: null }), db)).articleId;
}

const find = async (db: LibraryDb, query: string): Promise<string[]> =>
  (await search(query, {}, db)).hits.map((hit) => hit.article.title);

it('search folds case, diacritics and letters users type plainly', async () => {
  await put(db, 'one', 'Der Fluß stieg bei Kraków über die Straße. Małgorzata Øster sah zu.');
  for (const query of ['fluss', 'KRAKOW', 'strasse', 'malgorzata', 'oster', 'Øster', 'über', 'uber']) {
    expect(await find(db, query), query).toEqual(['one']);
  }
});

it('search finds Cyrillic, Greek, Arabic and Hebrew words', async () => {
  await put(db, 'uk', 'Міський голова заявив про нові ліхтарі.');
  await put(db, 'ru', 'Ёлки зелёные стоят в парке.');
  await put(db, 'el', 'Ο δήμαρχος μίλησε για τους δρόμους.');
  await put(db, 'ar', 'قالَ العُمدة إنّ الجسر جاهز.');
  await put(db, 'he', 'רֹאשׁ העיר דיבר על הגשר');
  expect(await find(db, 'ЛІХТАРІ')).toEqual(['uk']);
  expect(await find(db, 'елки зеленые')).toEqual(['ru']);
  expect(await find(db, 'δημαρχος')).toEqual(['el']);
  expect(await find(db, 'δρομουσ')).toEqual(['el']);
  expect(await find(db, 'قال العمدة')).toEqual(['ar']);
  expect(await find(db, 'ראש')).toEqual(['he']);
});

it('search finds Arabic words with and without their article, as they are typed, and however their last letter is spelt', async () => {
  await put(db, 'port', 'أعلن رئيس البلدية أن الميناء القديم مفتوح للصيادين');
  await put(db, 'south', 'قال مستشفى المدينة إن طفلة وصلت إلى ألمانيا');
  for (const query of ['الميناء', 'ميناء', 'والميناء', 'بالميناء', 'الم', 'المي', 'مينا', 'صيادين']) {
    expect(await find(db, query), query).toContain('port');
  }
  expect(await find(db, 'الميناء')).toEqual(['port']);
  expect(await find(db, 'البلديه')).toEqual(['port']);
  for (const query of ['المانيا', 'ألمانيا', 'مستشفي', 'للمدينة', 'مدينه']) {
    expect(await find(db, query), query).toEqual(['south']);
  }
  expect(await find(db, '"الميناء القديم"')).toEqual(['port']);
  const [hit] = (await search('ميناء', {}, db)).hits;
  expect(hit?.snippet?.hits.map(([from, to]) => hit.snippet?.text.slice(from, to))).toEqual(['الميناء']);
});

it('search finds speakers by names that are indexed otherwise than they are written', async () => {
  for (const name of ['田中太郎', 'طه الأسدي']) {
    const quotes = [makeQuote('Yes,', name)];
    const url = `https://paper.example/${encodeURIComponent(name)}`;
    await saveArticle(makeSave({ url, title: name, text: 'Yes,' }, { quotes }), db);
  }
  expect(await find(db, 'speaker:田中太郎')).toEqual(['田中太郎']);
  expect(await find(db, 'speaker:田中')).toEqual(['田中太郎']);
  expect(await find(db, 'speaker:中田')).toEqual([]);
  expect(await find(db, 'speaker:"طه الأسدي"')).toEqual(['طه الأسدي']);
  expect(await find(db, 'speaker:الأسدي')).toEqual(['طه الأسدي']);
  expect(await find(db, 'speaker:اسدي')).toEqual(['طه الأسدي']);
});

it('search finds words in scripts without spaces', async () => {
  await put(db, 'ja', '港は五月に再び開く。船長は「待った」と語った。');
  await put(db, 'zh', '市长说新桥2026年开放。');
  await put(db, 'ko', '시장은 새 다리가 열린다고 말했다.');
  expect(await find(db, '再び')).toEqual(['ja']);
  expect(await find(db, '船長は')).toEqual(['ja']);
  expect(await find(db, '港')).toEqual(['ja']);
  expect(await find(db, '新桥 2026')).toEqual(['zh']);
  expect(await find(db, '新港')).toEqual([]);
  expect(await find(db, '다리')).toEqual(['ko']);
});

it('search finds the beginning of a word, and all words of a query must occur', async () => {
  await put(db, 'a', 'The lighthouse keeper went home.');
  await put(db, 'b', 'The light was out.');
  expect((await find(db, 'lighth')).sort()).toEqual(['a']);
  expect((await find(db, 'light')).sort()).toEqual(['a', 'b']);
  expect(await find(db, 'light home')).toEqual(['a']);
  expect(await find(db, '  !? ')).toEqual([]);
});

it('search puts the title before the text and the whole word before its beginning', async () => {
  const filler = 'Nothing happened for a long while in the town. '.repeat(20);
  await put(db, 'text', `${filler} A tram came.`);
  await put(db, 'prefix', `${filler} Tramping about was banned.`);
  await put(db, 'Tram line opens', filler);
  expect(await find(db, 'tram')).toEqual(['Tram line opens', 'text', 'prefix']);
});

it('search finds speakers, bylines and sources', async () => {
  const quotes = [makeQuote('Enough,', 'Mira Voss')];
  await saveArticle(makeSave({ byline: 'Ina Holm', siteName: 'Coast Courier' }, { quotes }), db);
  for (const query of ['voss', 'ina holm', 'courier']) expect((await search(query, {}, db)).total).toBe(1);
});

it('search finds an article by what is pasted: its headline, its address, a sentence of it', async () => {
  const title = 'Analysis: why the Nordholm ferry stops at Skerry Point';
  const text =
    'The company said on Monday that the boats would stay in port.\n\n“We have no tug, no ice pilot and no money for either,” said its director.';
  await put(db, title, text);
  await put(db, 'Ferry stops', 'Another story, of other boats on another coast.');
  expect(await find(db, title)).toEqual([title]);
  expect(await find(db, `${title} | Nordholm Courier, 14 May`)).toEqual([title]);
  const address = `https://paper.example/${encodeURIComponent(title)}`;
  expect(await find(db, address)).toEqual([title]);
  expect(await find(db, `${address}?utm_source=post#top`)).toEqual([title]);
  expect(await find(db, address.replace('https://', 'www.').slice(0, -8))).toEqual([title]);
  expect(await find(db, '“We have no tug, no ice pilot and no money for either,” said its director')).toEqual(
    [title],
  );
  // As it is copied with its citation, and with a word left out.
  expect(
    await find(db, `“We have no tug, no ice pilot and no money,” — Ada Holm, Courier, 3 May, ${address}`),
  ).toEqual([title]);
  const [hit] = (await search('"We have no tug and no money for either"', {}, db)).hits;
  expect(hit?.article.title).toBe(title);
  expect((await search('nothing of this stands anywhere in any boat', {}, db)).total).toBe(0);
});

it('search forgives a typo only where nothing answers as typed, and says so', async () => {
  await put(db, 'a', 'Parliament met on Monday.');
  await put(db, 'b', 'Parliamentary rules changed.');
  expect(await search('parliament', {}, db)).toMatchObject({ isFuzzy: false, total: 2 });
  const answer = await search('parlaiment', {}, db);
  expect(answer).toMatchObject({ isFuzzy: true, total: 1 });
  expect(answer.hits[0]?.snippet?.hits).toEqual([[0, 10]]);
  expect(await find(db, 'xyzzy')).toEqual([]);
});

it('search gives a smart list nothing but what answers to the word', async () => {
  await put(db, 'a', 'Parliament met on Monday. The money was short, and of the tug nobody spoke.');
  const near = ['"the tug was short"', 'parlaiment', 'parliament met on monday and spoke of ferries'];
  for (const query of near) {
    expect(await search(query, {}, db), query).toMatchObject({ isFuzzy: true, total: 1 });
    expect((await search(query, { isExact: true }, db)).total, query).toBe(0);
  }
  for (const query of ['"parliament met"', 'parliament']) {
    expect((await search(query, { isExact: true }, db)).total, query).toBe(1);
  }
});

it('search shows where it was found, at offsets of the original text', async () => {
  const text = `${'Ein Satz ohne Belang steht hier. '.repeat(30)}\n\nDann kam die Ærø-Fähre nach Großenhain.`;
  await put(db, 'Die Fähre', text);
  const hit = (await search('fahre grossenhain', {}, db)).hits[0];
  const marked = hit?.snippet?.hits.map(([start, end]) => hit.snippet?.text.slice(start, end));
  expect(marked).toEqual(['Fähre', 'Großenhain']);
  expect(hit?.titleHits).toEqual([[4, 9]]);
  expect(hit?.snippet).toMatchObject({ cutBefore: true, cutAfter: false });
  const japanese = await put(db, 'ja', '港は五月に再び開く。');
  const other = (await search('五月に', {}, db)).hits.find(({ article }) => article.id === japanese);
  expect(other?.snippet?.hits).toEqual([[2, 5]]);
});

it('search keeps to a view and to a limit', async () => {
  const ids: string[] = [];
  for (const name of ['a', 'b', 'c']) ids.push(await put(db, name, 'A bridge.'));
  await setArchived(ids.slice(0, 1), true, db);
  expect(await search('bridge', { view: 'archive' }, db)).toMatchObject({ total: 1 });
  expect(await search('bridge', { limit: 2 }, db)).toMatchObject({ total: 3, hits: [{}, {}] });
});

it('search sees what another window saved or deleted', async () => {
  const disk = freshDisk();
  const [one, other] = [disk.open(), disk.open()];
  const id = await put(one, 'a', 'A bridge.');
  expect(await find(other, 'bridge')).toEqual(['a']);
  await put(one, 'b', 'A bridge too far.');
  expect((await find(other, 'bridge')).sort()).toEqual(['a', 'b']);
  await deleteArticles([id], one);
  expect(await find(other, 'bridge')).toEqual(['b']);
});

it('search answers the same after merging, with deletions before and after, and after a rebuild', async () => {
  const disk = freshDisk();
  const db = disk.open();
  const ids: string[] = [];
  for (let i = 0; i < 40; i += 1) ids.push(await put(db, `n${i}`, `A bridge numbered ${i} over the river.`));
  await deleteArticles(ids.slice(0, 3), db);
  const before = (await search('bridge', { limit: 99 }, db)).hits.map((hit) => hit.article.id);
  expect(await compactSearchIndex(db)).toBe(2);
  await deleteArticles(ids.slice(3, 5), db);
  const expected = before.filter((id) => !ids.slice(3, 5).includes(id)).sort();
  const after = (await search('bridge', { limit: 99 }, disk.open())).hits.map((hit) => hit.article.id);
  expect(after.sort()).toEqual(expected);
  expect(await find(db, 'numbered 17')).toEqual(['n17']);
  await markSearchIndexDamaged(db);
  await ensureSearchIndex(db);
  const rebuilt = (await search('bridge', { limit: 99 }, db)).hits.map((hit) => hit.article.id);
  expect(rebuilt.sort()).toEqual(expected);
  await deleteArticles(rebuilt.slice(0, 1), db);
  expect((await search('bridge', {}, db)).total).toBe(34);
});

const documents = fc.array(
  fc.dictionary(fc.constantFrom('a', 'ab', 'b', 'ц', '港'), fc.integer({ min: 1, max: 255 }), {
    noNullPrototype: true,
  }),
  { maxLength: 400 },
);

it('segments give back what was put in, merged or not', () =>
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 50 }), (docs, parts) => {
      const all = docs.map((terms, doc) => ({
        doc,
        articleId: `${doc}`,
        terms: new Map(Object.entries(terms)),
      }));
      const pieces = Array.from({ length: parts }, (_, part) =>
        buildSegment(all.filter(({ doc }) => doc % parts === part)),
      );
      const merged = mergeSegments(pieces, 1, (doc) => doc % 7 === 3);
      const found = new Map<string, Record<string, number>>();
      for (const [index, term] of splitTerms(merged.terms).entries()) {
        readPostings(merged, index, (local, weight) => {
          const id = merged.articleIds[local] ?? '';
          found.set(id, { ...found.get(id), [term]: weight });
        });
      }
      for (const [doc, terms] of docs.entries()) {
        expect(found.get(`${doc}`) ?? {}).toEqual(doc % 7 === 3 ? {} : terms);
      }
    }),
    { numRuns: LONG ? 60 : 8 },
  ));
