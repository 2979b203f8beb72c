import { getWholeArticle } from '../../utils/library/articles/articles.ts';
import { getHighlight } from '../../utils/library/articles/highlights.ts';
import { outgoingText } from '../../utils/transfer/export/outgoing-text.ts';
import { copyText, copyWords } from '../shared/quotes/copy-quote.ts';

/** Puts a highlight on the clipboard, cited as its article's own words, with its note below; false where it is gone. */
export async function copyHighlight(articleId: string, id: string): Promise<boolean> {
  const [whole, highlight] = await Promise.all([getWholeArticle(articleId), getHighlight(id)]);
  if (whole === null || highlight === null) return false;
  const { text, start, note } = highlight;
  if (text === '') return copyText(outgoingText(note));
  const { article, content } = whole;
  // Words that are not in the saved text any more are cited all the same.
  const cited = { ...article, text: start === null ? text : content.text };
  return copyWords(text, start ?? 0, cited);
}
