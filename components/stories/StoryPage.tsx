import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoryPage as Story, StoryEvent } from '../../utils/library/stories/story-views.ts';
import type { SavedQuote } from '../../utils/library/types.ts';
import type { QuoteInArticle } from '../../utils/library/view-types.ts';
import { getQuotationMarks } from '../../utils/quotes/cite/cite-quote.ts';
import { Attribution } from '../quotes/QuoteCard.tsx';
import { TextButton } from '../ui/Button.tsx';
import { formatDate, formatDateRange, truncateAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { isFocusLost } from '../ui/hooks/use-return-focus.ts';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import { RenamableHead } from '../ui/RenamableHead.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import { StoryPicker, type StoryPickerChoice } from './StoryPicker.tsx';
import { StorySpeakers } from './StorySpeakers.tsx';
import './stories.css';
import './story-page.css';

/** Maximum length of a quote in the timeline, in characters. */
const MAX_QUOTE_LENGTH = 220;

interface StoryPageProps {
  page: Story;
  /** Returns the URL of an article, or of one of its quotes. */
  hrefOf: (articleId: string, quoteIndex: number | null) => string;
  onBack: () => void;
  onRename: (title: string) => void;
  /** Removes articles that do not belong to the story. */
  onRemove: (articleIds: string[]) => void;
  /** Moves articles to a new story. */
  onSplit: (articleIds: string[]) => void;
  findArticles: (words: string) => Promise<readonly StoryPickerChoice[]>;
  onAdd: (articleId: string) => void;
  findStories: (words: string) => Promise<readonly StoryPickerChoice[]>;
  onMerge: (storyId: string) => void;
  /** Shows the earlier versions of an article. */
  onVersions: (articleId: string) => void;
}

/** The page of a story: its timeline, and who is quoted by which newspaper. */
export function StoryPage(props: StoryPageProps) {
  const { page, hrefOf } = props;
  const { story } = page;
  const { t, count, locale } = useStrings();
  const id = useId();
  const [openPicker, setOpenPicker] = useState<'article' | 'story' | null>(null);
  /** Ids of the selected articles; null while the user is not selecting. */
  const [selection, setSelection] = useState<readonly string[] | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // If the focused row was removed, the heading gets the focus.
  useLayoutEffect(() => {
    if (isFocusLost()) title.current?.focus({ preventScroll: true });
  }, [story.articleIds.length]);
  const selectedIds = selection?.filter((articleId) => story.articleIds.includes(articleId)) ?? [];
  const stopSelecting = (): void => {
    setSelection(null);
    title.current?.focus({ preventScroll: true });
  };
  const toggle = (articleId: string): void =>
    setSelection(
      selectedIds.includes(articleId)
        ? selectedIds.filter((selectedId) => selectedId !== articleId)
        : [...selectedIds, articleId],
    );
  const pickers = {
    article: {
      ...{ title: t('storyAdd'), searchLabel: t('storyAddFind') },
      ...{ find: props.findArticles, onPick: props.onAdd },
    },
    story: {
      ...{ title: t('storyMerge'), searchLabel: t('storySearch') },
      ...{ find: props.findStories, onPick: props.onMerge },
    },
  };
  return (
    <div class="story">
      <RenamableHead
        name={story.title}
        label={t('detailsFieldTitle')}
        backLabel={t('libraryStories')}
        onBack={props.onBack}
        onRename={props.onRename}
        heading={title}
        amount={
          <DotList
            as="span"
            class=""
            items={[
              count('libraryCount', story.articleIds.length),
              count('storySources', story.papers.length),
              formatDateRange(story.from, story.to, locale),
            ]}
          />
        }
        tools={
          <ActionMenu
            label={t('actionMore')}
            actions={[
              { label: t('storyAdd'), icon: 'plus', onChoose: () => setOpenPicker('article') },
              { label: t('storySelect'), icon: 'check', onChoose: () => setSelection([]) },
              { label: t('storyMerge'), icon: 'link', onChoose: () => setOpenPicker('story') },
            ]}
          />
        }
      />
      {selection !== null && (
        <section class="story__selection" aria-label={t('selectionBar')}>
          <span role="status">{count('selectionCount', selectedIds.length)}</span>
          <TextButton
            disabled={selectedIds.length === 0 || selectedIds.length === story.articleIds.length}
            onClick={() => {
              stopSelecting();
              props.onSplit([...selectedIds]);
            }}
          >
            {t('storySplit')}
          </TextButton>
          <TextButton
            disabled={selectedIds.length === 0}
            onClick={() => {
              stopSelecting();
              props.onRemove([...selectedIds]);
            }}
          >
            {t('storyNot')}
          </TextButton>
          <TextButton onClick={stopSelecting}>{t('actionCancel')}</TextButton>
        </section>
      )}
      <section class="story__section" aria-labelledby={`${id}-timeline`}>
        <h2 id={`${id}-timeline`}>{t('storyTimeline')}</h2>
        <ol class="timeline">
          {page.days.map(({ day, events }) => (
            <li key={day} class="timeline__day">
              <h3>{formatDate(day, locale)}</h3>
              <ol>
                {events.map((event) => (
                  <TimelineEvent
                    key={`${event.kind} ${event.article.id} ${event.at}`}
                    event={event}
                    isSelected={selection === null ? null : selectedIds.includes(event.article.id)}
                    onSelect={() => toggle(event.article.id)}
                    hrefOf={hrefOf}
                    onRemove={() => props.onRemove([event.article.id])}
                    onVersions={() => props.onVersions(event.article.id)}
                  />
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </section>
      {page.voices.length > 0 && (
        <StorySpeakers voices={page.voices} paperCount={story.papers.length} hrefOf={hrefOf} />
      )}
      {openPicker !== null && <StoryPicker {...pickers[openPicker]} onClose={() => setOpenPicker(null)} />}
    </div>
  );
}

interface StoryQuoteProps {
  quote: SavedQuote;
  article: QuoteInArticle['article'];
  hrefOf: StoryPageProps['hrefOf'];
}

/** The beginning of a quote, with its speaker. The text links to the quote in the article. */
function StoryQuote({ quote, article, hrefOf }: StoryQuoteProps) {
  const { t } = useStrings();
  const [open, close] = getQuotationMarks(article.lang);
  return (
    <figure class="story-quote">
      <blockquote dir={article.dir} lang={article.lang ?? undefined}>
        <a href={hrefOf(article.id, quote.index)} title={t('jumpToQuote')}>
          {open}
          <span class="verbatim">{truncateAtClause(quote.text, MAX_QUOTE_LENGTH)}</span>
          {close}
        </a>
      </blockquote>
      <figcaption>
        <Attribution quote={quote} />
      </figcaption>
    </figure>
  );
}

interface TimelineEventProps {
  event: StoryEvent;
  /** Null while the user is not selecting articles. */
  isSelected: boolean | null;
  onSelect: () => void;
  hrefOf: StoryPageProps['hrefOf'];
  onRemove: () => void;
  onVersions: () => void;
}

/** An entry of the timeline: an article with its most important quote, or a later change of an article's text. */
function TimelineEvent({ event, isSelected, hrefOf, ...props }: TimelineEventProps) {
  const { t } = useStrings();
  const { article } = event;
  const title = article.title || t('untitled');
  const source = <SourceName key="source" siteName={article.siteName} host={article.host} />;
  if (event.kind === 'change') {
    const showChanges = (
      <TextButton key="what" onClick={props.onVersions}>
        {t('detailsWhatChanged')}
      </TextButton>
    );
    return (
      <li class="timeline__event">
        <DotList class="kicker" items={[source, t('storyChanged'), title, showChanges]} />
      </li>
    );
  }
  const { quote } = event;
  return (
    <li class="timeline__event">
      {isSelected !== null && (
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={t('selectArticle', title)}
          onChange={props.onSelect}
        />
      )}
      <div class="timeline__words">
        <p class="kicker">{source}</p>
        <h4 lang={article.lang ?? undefined} dir={article.dir}>
          <a class="story-link__title" href={hrefOf(article.id, null)}>
            {title}
          </a>
        </h4>
        {quote !== null && <StoryQuote quote={quote} article={article} hrefOf={hrefOf} />}
      </div>
      <ActionMenu
        label={t('actionMoreFor', title)}
        actions={[{ label: t('storyNot'), icon: 'close', onChoose: props.onRemove }]}
      />
    </li>
  );
}
