import { useEffect } from 'preact/hooks';
import { useSpeakerSheets } from '../../components/quotes/use-speaker-sheets.tsx';
import { type FullArticle, getFullArticle } from '../../utils/library/articles/articles.ts';
import { summariseSpeakers } from '../../utils/quotes/speakers/people/summarise-speakers.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { createLibraryActions } from './library-actions.ts';

/** A request to explain or correct the speaker of a quote. */
export interface SpeakerSheetRequest {
  sheet: 'explain' | 'correct';
  articleId: string;
  /** Index of the quote. */
  quote: number;
}

interface Props {
  /** Each new object opens the sheet. */
  request: SpeakerSheetRequest;
  onCorrect: ReturnType<typeof createLibraryActions>['onCorrectSpeaker'];
}

/** The sheets about the speaker of a quote in a saved article. */
export function SpeakerSheets(props: Props) {
  const { articleId } = props.request;
  const fullArticle = useLibrary(() => getFullArticle(articleId), [articleId]);
  return fullArticle ? <Sheets {...props} fullArticle={fullArticle} /> : null;
}

function Sheets({
  request,
  onCorrect,
  fullArticle: { article, content, quotes },
}: Props & { fullArticle: FullArticle }) {
  const { explain, correct, sheets } = useSpeakerSheets(
    { text: content.text, lang: article.lang, dir: article.dir, quotes, voices: summariseSpeakers(quotes) },
    async (correction) => onCorrect(article.id, quotes, correction),
  );
  useEffect(() => (request.sheet === 'explain' ? explain : correct)(request.quote), [request]);
  return sheets;
}
