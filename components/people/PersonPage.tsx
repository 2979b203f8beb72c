import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findUpdateDate } from '../../utils/article/updated-date.ts';
import type { StorySummary } from '../../utils/library/stories/story-views.ts';
import type { CoQuotedPerson, Person, QuoteInArticle, Statement } from '../../utils/library/view-types.ts';
import { getQuotationMarks } from '../../utils/quotes/cite/cite-quote.ts';
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
import './people.css';

/** Maximum number of quotes shown; older ones can be found by searching. */
const MAX_QUOTES = 500;

/** Maximum number of stories shown. */
const MAX_STORIES = 5;

interface PersonPageProps {
  person: Person;
  /** All statements, newest first. */
  statements: readonly Statement[];
  /** People quoted in the same articles, most frequent first. */
  coQuoted: readonly CoQuotedPerson[];
  /** The stories in which the person is quoted, newest first. */
  stories: readonly StorySummary[];
  hrefOfStory: (id: string) => string;
  hrefOfPerson: (id: string) => string;
  onOpenPerson: (id: string) => void;
  onExport: (format: 'quotesCsv' | 'quotesMarkdown') => void;
  hrefOf: (articleId: string, quoteIndex: number) => string;
  onOpenSpeakerSheet: OnOpenSpeakerSheet;
  onBack: () => void;
  onRename: (name: string) => void;
  /** Separates a name that belongs to another person. */
  onSplit: (key: string, name: string) => void;
  /** Removes this name, because it is not a person. */
  onNotPerson: () => void;
}

/** Opens the sheet that explains or corrects the speaker of a quote. */
export type OnOpenSpeakerSheet = (
  sheet: 'explain' | 'correct',
  articleId: string,
  quoteIndex: number,
) => void;

type Order = 'newest' | 'oldest';

const getSearchableText = ({ quote, article }: QuoteInArticle): string => `${quote.text}\n${article.title}`;

/** The page of a person: all their statements in the library. */
export function PersonPage(props: PersonPageProps) {
  const { person, statements, hrefOf, onBack, onRename, onSplit } = props;
  const { t, count, formatNumber } = useStrings();
  const [searchWords, setWords] = useState('');
  const [order, setOrder] = useState<Order>('newest');
  const searchField = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => searchField.current?.focus() });
  const title = useRef<HTMLHeadingElement>(null);
  // If the focused row or button was removed, the heading gets the focus.
  useLayoutEffect(() => {
    if (isFocusLost()) title.current?.focus({ preventScroll: true });
  }, [person.keys.length]);
  const normalisedQuery = normaliseForSearch(searchWords.trim());
  const isSearch = normalisedQuery !== '';
  const searchableTexts = useMemo(
    () =>
      isSearch
        ? statements.map(({ mostComplete, repeats }) =>
            [mostComplete, ...repeats].map(getSearchableText).map(normaliseForSearch).join('\n'),
          )
        : [],
    [statements, isSearch],
  );
  const otherNames = person.keys
    .map((key, i) => ({ key, name: person.spellings?.[i] ?? key }))
    .filter(({ name }) => name !== person.name);
  const found = isSearch
    ? statements.filter((_, i) => searchableTexts[i]?.includes(normalisedQuery))
    : statements;
  // Only the search results are counted, so that the numbers on the page agree.
  const articleIds = useMemo(
    () =>
      new Set(
        found.flatMap(({ mostComplete, repeats }) =>
          [mostComplete, ...repeats].map(({ article }) => article.id),
        ),
      ),
    [statements, normalisedQuery],
  );
  const orderedStatements = order === 'newest' ? found : found.toReversed();
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
            {count('quoteCount', found.length)} · {count('libraryCount', articleIds.size)}
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
              input={searchField}
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
        {orderedStatements.slice(0, MAX_QUOTES).map((statement) => (
          <StatementItem
            key={`${statement.mostComplete.quote.articleId} ${statement.mostComplete.quote.index}`}
            statement={statement}
            searchWords={searchWords}
            hrefOf={hrefOf}
            onOpenSpeakerSheet={props.onOpenSpeakerSheet}
          />
        ))}
      </ol>
      {found.length > MAX_QUOTES && <p class="note">{t('personExportNote', formatNumber(MAX_QUOTES))}</p>}
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
  /** The words of the search, which are marked. */
  searchWords: string;
  hrefOf: (articleId: string, quoteIndex: number) => string;
  /** Absent if speakers cannot be corrected here. */
  onOpenSpeakerSheet?: OnOpenSpeakerSheet;
  /** Whether the list of other articles is open initially. */
  isOpen?: boolean;
}

/** A statement in its most complete wording, with a list of the other articles that contain it, which can be opened. */
export function StatementItem({
  statement: { mostComplete, repeats, firstPublishedAt },
  searchWords,
  hrefOf,
  onOpenSpeakerSheet,
  isOpen = false,
}: StatementItemProps) {
  const { t, count, locale } = useStrings();
  const { quote, article } = mostComplete;
  const [open, close] = getQuotationMarks(article.lang);
  const firstDate = formatDate(firstPublishedAt, locale);
  const renderSource = ({ quote, article }: QuoteInArticle, updated = findUpdateDate(article)) => (
    <DotList
      class="kicker"
      items={[
        <a key="article" href={hrefOf(article.id, quote.index)}>
          {markRanges(article.title || t('untitled'), findInText(article.title, searchWords))}
        </a>,
        <SourceName key="source" siteName={article.siteName} host={article.host} />,
        formatDate(quote.saidAt, locale),
        updated === null ? '' : t('updatedOn', formatDate(updated, locale)),
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
        {onOpenSpeakerSheet && (
          <ActionMenu
            label={t('quoteMore')}
            actions={[
              { label: t('whyThis'), onChoose: () => onOpenSpeakerSheet('explain', article.id, quote.index) },
              {
                label: t('correctSpeaker'),
                onChoose: () => onOpenSpeakerSheet('correct', article.id, quote.index),
              },
            ]}
          />
        )}
      </div>
      {renderSource(mostComplete)}
      {firstDate !== formatDate(quote.saidAt, locale) && (
        <p class="person__also">{t('personFirst', firstDate)}</p>
      )}
      {repeats.length > 0 && (
        <details class="person__also" open={isOpen}>
          <summary>{count('statementRepeats', repeats.length)}</summary>
          <ol>
            {repeats.map((repeat) => (
              <li key={repeat.article.id}>{renderSource(repeat)}</li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
