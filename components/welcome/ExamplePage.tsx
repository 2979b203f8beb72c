import { type assignHues, hueColour } from '../quotes/voices.ts';
import { hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import type { Example } from './example-article.ts';

interface Props {
  example: Example;
  hues: ReturnType<typeof assignHues>;
  /** False shows the page as its site has it: the boxes stand. */
  isCleared: boolean;
  /** Quotes are underlined, as the user has them in all pages. */
  isUnderlined: boolean;
  /** The quote the user went to or points at. */
  lit: number | null;
}

/** The example as a page of its invented paper. */
export function ExamplePage({ example, hues, isCleared, isUnderlined, lit }: Props) {
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
        {example.paragraphs.map((stretches, at) => (
          <div key={at}>
            {example.boxes
              .filter(({ before }) => before === at)
              .map((box) => (
                <div key={box.id} class="example-box" data-kind={box.kind} hidden={isCleared}>
                  <span>{box.text}</span>
                  <span class="example-box__button" aria-hidden="true">
                    {t('exampleBoxButton')}
                  </span>
                </div>
              ))}
            <p class="example-page__paragraph">
              {stretches.map(({ text, quote }) =>
                quote === null || !isCleared ? (
                  text
                ) : (
                  <mark
                    key={quote}
                    id={`example-quote-${quote}`}
                    class="example-page__quote"
                    data-lit={lit === quote}
                    data-underlined={isUnderlined}
                    style={{ '--hue': hueColour(hues.ofQuote.get(quote) ?? 0) }}
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
