/** Runs searches in a worker, so that they never block typing. Uses no extension APIs. */
import { describeHits, searchList, waitForRebuild } from '../../utils/library/search/search.ts';
import type { SearchRequest, SearchResultOf } from './search-client.ts';

async function answer(question: SearchRequest): Promise<SearchResultOf<SearchRequest['kind']>> {
  if (question.kind === 'describe') {
    return describeHits(question.query, question.ids, question.isFuzzy);
  }
  if (question.kind === 'built') {
    await waitForRebuild();
    return null;
  }
  const { query, described, ...options } = question;
  return searchList(query, options, described);
}

addEventListener('message', ({ data }: MessageEvent<{ id: number; question: SearchRequest }>) => {
  answer(data.question).then(
    (value) => postMessage({ id: data.id, value }),
    (error: unknown) => postMessage({ id: data.id, error: String(error) }),
  );
});
