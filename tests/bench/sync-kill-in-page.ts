/** Runs inside a page of the extension while the browser is going to be killed in the middle of syncing. */
import { countImages } from '../../utils/library/articles/article-images.ts';
import { queryImages } from '../../utils/library/articles/article-parts.ts';
import { changeTags, setArchived, setFavourite } from '../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../utils/library/articles/delete-articles.ts';
import { listArticleHighlights } from '../../utils/library/articles/highlights.ts';
import { saveArticle } from '../../utils/library/articles/save-article.ts';
import { library } from '../../utils/library/db.ts';
import { renameTag } from '../../utils/library/lists/manage-tags.ts';
import type { ImageRow } from '../../utils/library/types.ts';
import { seeLibrary } from '../unit/sync/see-library.ts';
import * as kills from './library-kill-in-page.ts';
import { makeArticle } from './library-texts.ts';
import { isToGo, type Told } from './sync-kill-told.ts';

/** Bytes of a picture: enough that the browser can be killed in the middle of it. */
const PICTURE = 60_000;

const addressOf = (index: number): string => makeArticle(index).article.url;

async function idOf(index: number): Promise<string | null> {
  const address = addressOf(index).replace('https://', '');
  return (await library.articles.where('identity').equals(address).first())?.id ?? null;
}

async function requireId(index: number): Promise<string> {
  const id = await idOf(index);
  if (id === null) throw new Error(`article ${index} is not here`);
  return id;
}

/** As if its picture had been fetched from the site. */
async function addPicture(articleId: string, url: string): Promise<void> {
  const blob = new Blob([crypto.getRandomValues(new Uint8Array(PICTURE))], { type: 'image/png' });
  const image: ImageRow = {
    ...{ id: crypto.randomUUID(), articleId, url, state: 'saved', error: null },
    ...{ blob, type: blob.type, bytes: blob.size },
  };
  await library.transaction('rw', library.images, library.articles, async () => {
    await library.images.put(image);
    const article = await library.articles.get(articleId);
    if (article === undefined) throw new Error('the article is gone');
    countImages(article, await queryImages(library, articleId).toArray());
    await library.articles.put(article);
  });
}

/** Saves one article with a picture. Answers when it is confirmed. */
export async function saveOne(index: number): Promise<void> {
  const { articleId } = await saveArticle(makeArticle(index));
  await addPicture(articleId, `https://img.invalid/${index}.png`);
}

/** Tags an article, highlights its first words and writes a note. */
export async function change(index: number): Promise<void> {
  const id = await requireId(index);
  await changeTags([id], { tagsToAdd: [`told ${index}`] });
  await addHighlight(id, { start: 1, end: 40 }, { note: `note ${index}` });
}

export async function remove(index: number): Promise<void> {
  await deleteArticles([await requireId(index)]);
}

/** Keeps on changing what others change, too, until the end comes. */
export async function stir(): Promise<void> {
  for (let round = 0; ; round += 1) {
    const stay = (await library.articles.toArray()).filter(
      ({ identity }) => !isToGo(Number(identity.slice(identity.lastIndexOf('-') + 1))),
    );
    const some = stay.filter(() => Math.random() < 0.1).map(({ id }) => id);
    await changeTags(some, { tagsToAdd: [`all ${round % 4}`], keysToRemove: [`all ${(round + 2) % 4}`] });
    await setArchived(some, Math.random() < 0.5);
    await setFavourite(some, Math.random() < 0.5);
    if (round % 4 === 1) await renameTag(`all ${round % 4}`, `all ${(round + 1) % 4}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const { isRestored, madeAt } = kills;

async function whatIsWrongWith({ index, isChanged, isDeleted, hasPicture }: Told): Promise<string | null> {
  const id = await idOf(index);
  const row = id === null ? undefined : await library.articles.get(id);
  const isHere = row !== undefined && row.deletedAt === null;
  if (isDeleted === 'yes') return isHere ? 'was deleted and is back' : null;
  if (!isHere) return isDeleted === 'begun' ? null : 'is lost';
  const content = await library.contents.get(row.id);
  if (content === undefined || content.text !== makeArticle(index).article.text) return 'has lost its text';
  const pictures = await queryImages(library, row.id).toArray();
  if (hasPicture && (pictures.length !== 1 || pictures[0]?.blob?.size !== PICTURE))
    return 'has lost its picture';
  if (!isChanged) return null;
  if (!row.tags.includes(`told ${index}`)) return 'has lost its tag';
  const notes = await listArticleHighlights(row.id);
  return notes.some(({ note }) => note === `note ${index}`) ? null : 'has lost its note';
}

/** @returns a sentence for each article that is not as the user was told; none where all are */
export async function inspect(told: readonly Told[]): Promise<string[]> {
  const problems: string[] = [];
  for (const one of told) {
    const wrong = await whatIsWrongWith(one);
    if (wrong !== null) problems.push(`${one.index} ${wrong}`);
  }
  return problems;
}

/** The library as its user sees it, article by article and shelf by shelf. */
export async function see(): Promise<Record<string, string>> {
  const { articles, ...shelves } = await seeLibrary(library);
  const articlesSeen = articles.map((article) => [article.identity, JSON.stringify(article)]);
  const shelvesSeen = Object.entries(shelves).map(([name, rows]) => [`all ${name}`, JSON.stringify(rows)]);
  return Object.fromEntries([...articlesSeen, ...shelvesSeen]);
}
