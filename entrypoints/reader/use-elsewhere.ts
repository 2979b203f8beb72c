import { findElsewhere } from '../../utils/library/elsewhere/find-elsewhere.ts';
import type { QuoteInArticle } from '../../utils/library/view-types.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { OpenDocument } from './open-document.ts';

const NOTHING: ReadonlyMap<number, readonly QuoteInArticle[]> = new Map();

/** Occurrences of the open article's quotes in other saved articles, by index of the quote; see `findElsewhere`. */
export function useElsewhere(document_: OpenDocument | null): ReadonlyMap<number, readonly QuoteInArticle[]> {
  const id = document_?.row?.id ?? null;
  const quotes = document_?.quotes ?? [];
  const answer = useLibrary(
    () => (id === null ? Promise.resolve(NOTHING) : findElsewhere(id, quotes)),
    [id, document_?.quotes],
    true,
  );
  return answer.state === 'ready' ? answer.value : NOTHING;
}
