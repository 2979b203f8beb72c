import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findUpdateDate } from '../../utils/article/updated-date.ts';
import { primaryLanguage } from '../../utils/languages/language-code.ts';
import type { StorySummary } from '../../utils/library/stories/story-views.ts';
import type { CoQuotedPerson, Person, QuoteInArticle, Statement } from '../../utils/library/view-types.ts';
import { getQuotationMarks } from '../../utils/quotes/cite/cite-quote.ts';
import { compareQuotes } from '../../utils/quotes/elsewhere/compare-quotes.ts';
import { findInText, markRanges, normaliseForSearch } from '../quotes/find-in-text.ts';
import { StoryLink } from '../stories/StoriesList.tsx';
import { IconButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { isFocusLost } from '../ui/hooks/use-return-focus.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { ActionMenu, ExportMenu } from '../ui/menus/ActionMenu.tsx';
import { EmptyState, PageLink } from '../ui/PageHead.tsx';
import { RenamableHead } from '../ui/RenamableHead.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import { MonthBars } from './MonthBars.tsx';
import './people.css';

/** Maximum number of quotes shown; older ones can be found by searching. */
const MAX_QUOTES = 500;

/** Stories shown, the newest. */
const MAX_STORIES = 5;

interface PersonPageProps {
  person: Person;
  /** All statements, newest first. */
  statements: readonly Statement[];
  /** People quoted in the same articles, most frequent first. */
  coQuoted: readonly CoQuotedPerson[];
  /** The stories in which they are quoted. */
  stories: readonly StorySummary[];
  hrefOfStory: (id: string) => string;
  hrefOfPerson: (id: string) => string;
  onOpenPerson: (id: string) => void;
  onExport: (format: 'quotesCsv' | 'quotesMarkdown') => void;
  hrefOf: (articleId: string, quote: number) => string;
  onSpeaker: OnSpeaker;
  onBack: () => void;
  onRename: (name: string) => void;
  /** Removes a name that belongs to somebody else. */
  onSplit: (key: string, name: string) => void;
  /** Called if the user says that this is not a person; removes the name from People permanently. */
  onNotPerson: () => void;
}

/** Shows why a quote of an article has its speaker, or corrects that. */
export type OnSpeaker = (sheet: 'explain' | 'correct', articleId: string, quote: number) => void;

type Order = 'newest' | 'oldest';

const wordsOf = ({ quote, article }: QuoteInArticle): string => `${quote.text}\n${article.title}`;

/** A person across the library: all statements, by date and source. */
export function PersonPage(props: PersonPageProps) {
  const { person, statements, hrefOf, onBack, onRename, onSplit } = props;
  const { t, count, formatNumber } = useStrings();
  const [searchWords, setWords] = useState('');
  const [order, setOrder] = useState<Order>('newest');
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => search.current?.focus() });
  const title = useRef<HTMLHeadingElement>(null);
  // The focused row or button was removed.
  useLayoutEffect(() => {
    if (isFocusLost()) title.current?.focus({ preventScroll: true });
  }, [person.keys.length]);
  const wanted = normaliseForSearch(searchWords.trim());
  const isSearch = wanted !== '';
  const folded = useMemo(
    () =>
      isSearch
        ? statements.map(({ mostComplete, repeats }) =>
            [mostComplete, ...repeats].map(wordsOf).map(normaliseForSearch).join('\n'),
          )
        : [],
    [statements, isSearch],
  );
  const otherNames = person.keys
    .map((key, i) => ({ key, name: person.spellings?.[i] ?? key }))
    .filter(({ name }) => name !== person.name);
  const found = isSearch ? statements.filter((_, i) => folded[i]?.includes(wanted)) : statements;
  // Counts only the search results, so that the numbers on the page agree.
  const said = useMemo(
    () =>
      found.map(({ mostComplete: { article }, firstPublishedAt }) => ({
        saidAt: firstPublishedAt,
        source: article.siteName ?? article.host,
      })),
    [statements, wanted],
  );
  const articles = useMemo(
    () =>
      new Set(
        found.flatMap(({ mostComplete, repeats }) =>
          [mostComplete, ...repeats].map(({ article }) => article.id),
        ),
      ),
    [statements, wanted],
  );
  const inOrder = order === 'newest' ? found : found.toReversed();
  return (
    <>
      <RenamableHead
        name={person.name}
        label={t('personRename')}
        backLabel={t('libraryPeople')}
        onBack={onBack}
        onRename={onRename}
        heading={title}
        amount={
          <>
            {count('quoteCount', found.length)} · {count('libraryCount', articles.size)}
          </>
        }
        tools={
          <>
            <ExportMenu formats={['quotesCsv', 'quotesMarkdown']} onExport={props.onExport} />
            <ActionMenu
              label={t('personMore', person.name)}
              actions={[{ label: t('personNot'), onChoose: props.onNotPerson }]}
            />
            <SearchField
              query={searchWords}
              label={t('personSearch')}
              onQueryChange={setWords}
              input={search}
            />
          </>
        }
      />
      {person.keys.length > 1 && otherNames.length > 0 && (
        <p class="person__names">
          {t('personNames')}{' '}
          {otherNames.map(({ key, name }) => (
            <span key={key} class="person__alias">
              <bdi>{name}</bdi>
              <IconButton icon="close" label={t('personSplit', name)} onClick={() => onSplit(key, name)} />
            </span>
          ))}
        </p>
      )}
      {isSearch && found.length === 0 && <EmptyState title={t('personSearchNone', searchWords.trim())} />}
      {found.length > 1 && (
        <div class="person__order">
          <SegmentedControl<Order>
            label={t('personOrder')}
            options={{ newest: 'personNewest', oldest: 'personOldest' }}
            value={order}
            onChange={setOrder}
          />
        </div>
      )}
      <ol class="person__quotes">
        {inOrder.slice(0, MAX_QUOTES).map((statement) => (
          <StatementItem
            key={`${statement.mostComplete.quote.articleId} ${statement.mostComplete.quote.index}`}
            statement={statement}
            searchWords={searchWords}
            hrefOf={hrefOf}
            onSpeaker={props.onSpeaker}
          />
        ))}
      </ol>
      {found.length > MAX_QUOTES && <p class="note">{t('personExportNote', formatNumber(MAX_QUOTES))}</p>}
      <MonthBars said={said} />
      {props.coQuoted.length > 0 && (
        <section class="beside" aria-labelledby="beside-title">
          <h2 id="beside-title">{t('personWith')}</h2>
          {props.coQuoted.map(({ id, name, sharedArticles }) => (
            <PageLink key={id} href={props.hrefOfPerson(id)} onNavigate={() => props.onOpenPerson(id)}>
              <bdi>{name}</bdi> <span class="beside__count">{formatNumber(sharedArticles)}</span>
            </PageLink>
          ))}
        </section>
      )}
      {props.stories.length > 0 && (
        <section class="person__stories" aria-labelledby="person-stories">
          <h2 id="person-stories">{t('libraryStories')}</h2>
          {props.stories.slice(0, MAX_STORIES).map((story) => (
            <StoryLink key={story.id} story={story} href={props.hrefOfStory(story.id)} />
          ))}
        </section>
      )}
    </>
  );
}

interface StatementItemProps {
  statement: Statement;
  /** Words to highlight. */
  searchWords: string;
  hrefOf: (articleId: string, quote: number) => string;
  /** Absent where speakers are not corrected. */
  onSpeaker?: OnSpeaker;
  /** Shows the other articles at once, and how their words differ. */
  isOpen?: boolean;
}

/** Whether two quotes are known to be in different languages. */
function isTranslated({ article: one }: QuoteInArticle, { article: other }: QuoteInArticle): boolean {
  const [a, b] = [primaryLanguage(one.lang), primaryLanguage(other.lang)];
  return a !== null && b !== null && a !== b;
}

/** A statement in its longest wording, and on demand the other articles with the same words. */
export function StatementItem({
  statement: { mostComplete, repeats, firstPublishedAt },
  searchWords,
  hrefOf,
  onSpeaker,
  isOpen = false,
}: StatementItemProps) {
  const { t, find, count, locale } = useStrings();
  const { quote, article } = mostComplete;
  const [open, close] = getQuotationMarks(article.lang);
  const firstDate = formatDate(firstPublishedAt, locale);
  const differencesOf = (one: QuoteInArticle): string => {
    // Words in another language can't be compared.
    if (isTranslated(one, mostComplete)) return t('elsewhere_translated');
    const { differences } = compareQuotes(
      { text: quote.text, speaker: quote.resolvedSpeaker },
      { text: one.quote.text, speaker: one.quote.resolvedSpeaker },
    );
    return differences.map((kind) => find(`elsewhere_${kind}`) ?? kind).join(' · ');
  };
  const source = ({ quote, article }: QuoteInArticle, difference = '', updated = findUpdateDate(article)) => (
    <DotList
      class="kicker"
      items={[
        <a key="article" href={hrefOf(article.id, quote.index)}>
          {markRanges(article.title || t('untitled'), findInText(article.title, searchWords))}
        </a>,
        <SourceName key="source" siteName={article.siteName} host={article.host} />,
        formatDate(quote.saidAt, locale),
        updated === null ? '' : t('updatedOn', formatDate(updated, locale)),
        difference,
      ]}
    />
  );
  return (
    <li class="person__quote">
      <div class="person__said">
        <blockquote dir={article.dir} lang={article.lang ?? undefined}>
          {open}
          <span class="verbatim">{markRanges(quote.text, findInText(quote.text, searchWords))}</span>
          {close}
        </blockquote>
        {onSpeaker && (
          <ActionMenu
            label={t('quoteMore')}
            actions={[
              { label: t('whyThis'), onChoose: () => onSpeaker('explain', article.id, quote.index) },
              { label: t('correctSpeaker'), onChoose: () => onSpeaker('correct', article.id, quote.index) },
            ]}
          />
        )}
      </div>
      {source(mostComplete)}
      {firstDate !== formatDate(quote.saidAt, locale) && (
        <p class="person__also">{t('personFirst', firstDate)}</p>
      )}
      {repeats.length > 0 && (
        <details class="person__also" open={isOpen}>
          <summary>{count('elsewhere', repeats.length)}</summary>
          <ol>
            {repeats.map((one) => (
              <li key={one.article.id}>{source(one, isOpen ? differencesOf(one) : '')}</li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
