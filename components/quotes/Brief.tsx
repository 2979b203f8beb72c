import { useMemo } from 'preact/hooks';
import { chooseKeySentences } from '../../utils/text/key-sentences.ts';
import { useStrings } from '../ui/base/strings.ts';
import './brief.css';

interface Props {
  /** Goes to a place in the article. */
  onGoTo: (start: number, end: number) => void;
  article: { title: string; text: string; lang: string | null; dir: 'ltr' | 'rtl' };
}

/** The three sentences of the article that carry most of it. Nothing where the article is brief itself. */
export function Brief({ article, onGoTo }: Props) {
  const { t } = useStrings();
  const { title, text, lang } = article;
  const sentences = useMemo(() => chooseKeySentences(text, title, lang), [text, title, lang]);
  if (sentences.length === 0) return null;
  return (
    <details class="brief">
      <summary class="brief__head">
        <h2>{t('briefTitle')}</h2>
        <span class="brief__note">{t('briefNote')}</span>
      </summary>
      <ol class="brief__sentences" lang={lang ?? undefined} dir={article.dir}>
        {sentences.map((sentence) => (
          <li key={sentence.start}>
            <button
              type="button"
              class="brief__go"
              title={t('jumpToQuote')}
              onClick={() => onGoTo(sentence.start, sentence.end)}
            >
              {sentence.text}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
