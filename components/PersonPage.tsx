import { useState } from 'preact/hooks';
import type { Person, SaidIn } from '../utils/library/view-types.ts';
import { formatDate } from './format.ts';
import { Icon } from './Icon.tsx';
import { NameField } from './NameField.tsx';
import { useStrings } from './strings.ts';
import './people.css';

interface Props {
  person: Person;
  /** Newest first. */
  quotes: readonly SaidIn[];
  hrefOf: (articleId: string, quote: number) => string;
  onBack: () => void;
  onRename: (name: string) => void;
  /** Takes one of the person's names away: it is somebody else. */
  onSplit: (key: string) => void;
}

/** A voice across the library: everything they said, by date and source. */
export function PersonPage({ person, quotes, hrefOf, onBack, onRename, onSplit }: Props) {
  const { t, count, locale } = useStrings();
  const [naming, setNaming] = useState(false);
  return (
    <>
      <header class="library__head">
        <div class="person__name">
          <button type="button" class="icon-button" aria-label={t('libraryPeople')} onClick={onBack}>
            <Icon name="back" />
          </button>
          {naming ? (
            <NameField
              label={t('personRename')}
              value={person.name}
              onName={(name) => {
                setNaming(false);
                onRename(name);
              }}
              onCancel={() => setNaming(false)}
            />
          ) : (
            <h1 dir="auto">{person.name}</h1>
          )}
        </div>
        <p class="library__amount">
          {count('quoteCount', quotes.length)} · {count('libraryCount', person.articles)}
        </p>
        <div class="library__tools">
          {!naming && (
            <button type="button" class="text-button" onClick={() => setNaming(true)}>
              {t('personRename')}
            </button>
          )}
        </div>
      </header>
      <div class="scotch" />
      {person.keys.length > 1 && (
        <p class="person__names">
          {t('personNames')}{' '}
          {person.keys.map((key) => (
            <span key={key} class="person__alias">
              <bdi>{key}</bdi>
              <button
                type="button"
                class="icon-button"
                aria-label={t('personSplit', key)}
                title={t('personSplit', key)}
                onClick={() => onSplit(key)}
              >
                <Icon name="close" />
              </button>
            </span>
          ))}
        </p>
      )}
      <ol class="person__quotes">
        {quotes.map(({ quote, article }) => (
          <li key={`${quote.articleId} ${quote.index}`} class="person__quote">
            <blockquote dir={article.dir} lang={article.lang ?? undefined}>
              {quote.text}
            </blockquote>
            <p class="kicker">
              <a href={hrefOf(article.id, quote.index)}>{article.title || t('untitled')}</a> ·{' '}
              <bdi>{article.siteName ?? article.host}</bdi> · {formatDate(quote.saidAt, locale)}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
