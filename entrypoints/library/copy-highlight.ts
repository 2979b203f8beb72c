import { getWholeArticle } from '../../utils/library/articles/articles.ts';
import { getHighlight } from '../../utils/library/articles/highlights.ts';
import { outgoingText } from '../../utils/transfer/export/outgoing-text.ts';
import { copyText, copyWords } from '../shared/quotes/copy-quote.ts';

/** Copies a highlight with its citation and its note; false if it is gone. */
export async function copyHighlight(articleId: string, id: string): Promise<boolean> {
  const [whole, highlight] = await Promise.all([getWholeArticle(articleId), getHighlight(id)]);
  if (whole === null || highlight === null) return false;
  const { text, start, note } = highlight;
  if (text === '') return copyText(outgoingText(note));
  const { article, content } = whole;
  // Words that the saved text no longer contains are cited anyway.
  const cited = { ...article, text: start === null ? text : content.text };
  return copyWords(text, start ?? 0, cited);
}
