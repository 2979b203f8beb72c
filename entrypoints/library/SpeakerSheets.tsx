import { useEffect } from 'preact/hooks';
import { useSpeakerSheets } from '../../components/quotes/use-speaker-sheets.tsx';
import { type FullArticle, getFullArticle } from '../../utils/library/articles/articles.ts';
import { summariseSpeakers } from '../../utils/quotes/speakers/people/summarise-speakers.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { shelfActions } from './shelf-actions.ts';

/** A quote whose speaker the user asks about or corrects. */
export interface AskedSpeaker {
  sheet: 'explain' | 'correct';
  articleId: string;
  quote: number;
}

interface Props {
  /** A new object opens the sheet again. */
  asked: AskedSpeaker;
  onCorrect: ReturnType<typeof shelfActions>['onCorrectSpeaker'];
}

/** The sheets about the speaker of a quote in a saved article. */
export function SpeakerSheets(props: Props) {
  const { articleId } = props.asked;
  const whole = useLibrary(() => getFullArticle(articleId), [articleId]);
  return whole ? <Sheets {...props} whole={whole} /> : null;
}

function Sheets({ asked, onCorrect, whole: { article, content, quotes } }: Props & { whole: FullArticle }) {
  const { explain, correct, sheets } = useSpeakerSheets(
    { text: content.text, lang: article.lang, dir: article.dir, quotes, voices: summariseSpeakers(quotes) },
    async (correction) => onCorrect(article.id, quotes, correction),
  );
  useEffect(() => (asked.sheet === 'explain' ? explain : correct)(asked.quote), [asked]);
  return sheets;
}
