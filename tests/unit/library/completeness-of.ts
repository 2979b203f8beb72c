import { reportCompleteness } from '../../../utils/library/articles/completeness.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { claimJob, completeJob, failJob } from '../../../utils/library/jobs/image-jobs.ts';
import { freshLibrary } from './fresh-library.ts';
import { makeSave } from './make-article.ts';

/** The report of an article that is here whole but for a picture, in part, or as an address alone. */
export async function completeness(kind: 'whole' | 'preview' | 'link') {
  const db = freshLibrary();
  const images = ['https://img.example/1.png', 'https://img.example/2.png'];
  const input =
    kind === 'link'
      ? makeSave({ text: '', html: '', wordCount: 0 }, { linkOnly: true })
      : makeSave({ isPreview: kind === 'preview' }, { images });
  const { articleId } = await saveArticle(input, db);
  const first = await claimJob(new Set(), Date.now(), db);
  if (first !== null) await completeJob(first, new Blob(['x'], { type: 'image/png' }), 'image/png', db);
  const second = await claimJob(new Set(), Date.now(), db);
  if (second !== null) await failJob(second, 'gone', false, null, Date.now(), db);
  return reportCompleteness(articleId, db);
}
