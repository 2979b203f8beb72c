import { useMemo, useState } from 'preact/hooks';
import { ArticleHead } from '../popup/ArticleHead.tsx';
import { SaveActions, type SaveState } from '../popup/SaveActions.tsx';
import { KeyQuotes } from '../quotes/KeyQuotes.tsx';
import { assignSpeakerColours, speakerColour } from '../quotes/speaker-colours.ts';
import { TextButton } from '../ui/Button.tsx';
import { hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import type { Example } from './example-article.ts';

export interface ExampleDemoProps {
  example: Example;
  save: SaveState;
  onSave: () => void;
  onRead: () => void;
  onRemove: () => void;
  onCopy: (index: number) => Promise<boolean>;
}

/** Demonstrates the main features with a fictional article: its page, and the popup for it. */
export function ExampleDemo(props: ExampleDemoProps & { isUnderlined: boolean }) {
  const { example, save, isUnderlined, onSave, onRead, onRemove, onCopy } = props;
  const { t, count } = useStrings();
  const [isCleared, setCleared] = useState(true);
  const [highlightedQuote, setHighlightedQuote] = useState<number | null>(null);
  const { article, quotes, voices, boxes } = example;
  const quotedArticle = useMemo(() => ({ ...article, quotes, voices }), [article, quotes, voices]);
  const hues = useMemo(() => assignSpeakerColours(voices), [voices]);
  const jump = async (index: number): Promise<boolean> => {
    setCleared(true);
    setHighlightedQuote(index);
    document.querySelector(`#example-quote-${index}`)?.scrollIntoView({ block: 'nearest' });
    return true;
  };
  return (
    <div class="example">
      <div class="example__page">
        <SegmentedControl
          label={t('welcomeView')}
          options={{ before: 'welcomeViewBefore', after: 'welcomeViewAfter' }}
          value={isCleared ? 'after' : 'before'}
          onChange={(view) => setCleared(view === 'after')}
        />
        <ExamplePage
          example={example}
          hues={hues}
          isCleared={isCleared}
          isUnderlined={isUnderlined}
          highlightedQuote={highlightedQuote}
        />
      </div>
      <div class="example__popup">
        <div class="example__body">
          <ArticleHead {...article} heading="h3" />
          <SaveActions
            state={save}
            isPreview={false}
            hasQuotes={false}
            onSave={onSave}
            onCancelSave={onRemove}
            onRead={onRead}
            onAllQuotes={onRead}
          />
          {save.kind === 'saved' && (
            <TextButton class="example__undo" onClick={onRemove}>
              {t('welcomeTakeOut')}
            </TextButton>
          )}
          <KeyQuotes article={quotedArticle} onJump={jump} onMark={setHighlightedQuote} onCopy={onCopy} />
        </div>
        <div class="example__foot">
          <span>{isCleared ? count('hiddenSignUps', boxes.length) : t('hiddenAllShown')}</span>
          <TextButton onClick={() => setCleared(!isCleared)}>
            {t(isCleared ? 'actionShowAll' : 'actionHideAll')}
          </TextButton>
        </div>
      </div>
    </div>
  );
}

interface ExamplePageProps {
  example: Example;
  hues: ReturnType<typeof assignSpeakerColours>;
  /** Whether the sign-up boxes are hidden. */
  isCleared: boolean;
  /** Whether quotes are underlined. */
  isUnderlined: boolean;
  /** The selected or hovered quote. */
  highlightedQuote: number | null;
}

/** The page of the fictional newspaper. */
function ExamplePage({ example, hues, isCleared, isUnderlined, highlightedQuote }: ExamplePageProps) {
  const { t } = useStrings();
  const { article } = example;
  return (
    <div class="example-page" dir={article.dir} data-cleared={isCleared}>
      <p class="example-page__address" dir="ltr" aria-hidden="true">
        {hostOf(article.url)}
      </p>
      <div class="example-page__sheet">
        <p class="example-page__paper">{article.siteName}</p>
        <p class="example-page__headline">{article.title}</p>
        <p class="example-page__byline">{article.byline}</p>
        {example.paragraphs.map((segments, index) => (
          <div key={index}>
            {example.boxes
              .filter(({ before }) => before === index)
              .map((box) => (
                <div key={box.id} class="example-box" data-kind={box.kind} hidden={isCleared}>
                  <span>{box.text}</span>
                  <span class="example-box__button" aria-hidden="true">
                    {t('exampleBoxButton')}
                  </span>
                </div>
              ))}
            <p class="example-page__paragraph">
              {segments.map(({ text, quote }) =>
                quote === null || !isCleared ? (
                  text
                ) : (
                  <mark
                    key={quote}
                    id={`example-quote-${quote}`}
                    class="example-page__quote"
                    data-lit={highlightedQuote === quote}
                    data-underlined={isUnderlined}
                    style={{ '--hue': speakerColour(hues.byQuote.get(quote) ?? 0) }}
                  >
                    {text}
                  </mark>
                ),
              )}
            </p>
          </div>
        ))}
      </div>
    </div>
  );
}
