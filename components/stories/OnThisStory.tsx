import { useId } from 'preact/hooks';
import type { OnThisStory as RelatedArticles } from '../../utils/library/stories/story-views.ts';
import { TextButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import './on-this-story.css';

/** Maximum number of articles shown. The story's page shows all. */
const MAX_ARTICLES = 3;

interface NewContentProps {
  /** Absent until known. */
  found?: RelatedArticles;
  /** Whether new paragraphs are marked in the article; only then are they counted. */
  marksParagraphs?: boolean;
}

export interface StoryLineProps extends NewContentProps {
  /** The URL of the story's page. */
  href: string;
  /** Number of other saved articles on the story. */
  otherCount: number;
}

export interface OnThisStoryProps extends NewContentProps {
  found: RelatedArticles;
  hrefOfStory: (id: string) => string;
  /** Opens the URL of a link; if absent, the browser follows the link. */
  onOpen?: (href: string) => void;
  hrefOfArticle: (id: string) => string;
  /** Whether `StoryLine` is shown, too, which says how much is new. */
  hasStoryLine?: boolean;
  /** Removes the article from the story; absent if it is not saved. */
  onNotThisStory?: () => void;
}

/**
 * Returns whether a quote is marked as new.
 *
 * @returns undefined if that is unknown, or if all quotes are new, which is said once instead
 */
export function isMarkedAsNew(newQuotes: readonly boolean[], index: number): boolean | undefined {
  return newQuotes.every(Boolean) ? undefined : newQuotes[index];
}

const NONE: readonly boolean[] = [];

/** Returns the new paragraphs to mark: none if they are most of the article, because the marks would be pointless. */
export function chooseMarkedParagraphs(newParagraphs: readonly boolean[]): readonly boolean[] {
  return newParagraphs.filter(Boolean).length * 2 > newParagraphs.length ? NONE : newParagraphs;
}

const getLinkProps = (href: string, onOpen: OnThisStoryProps['onOpen']) => ({
  href,
  onClick: (event: MouseEvent): void => {
    if (onOpen === undefined) return;
    event.preventDefault();
    onOpen(href);
  },
});

function OtherArticlesLink({ found: { story, others }, hrefOfStory, onOpen }: OnThisStoryProps) {
  const { count } = useStrings();
  const label = count('onThisStory', others.length);
  // A story needs two saved articles, so it may not exist until this article is saved.
  if (story.articleIds.length < 2) return <>{label}</>;
  return <a {...getLinkProps(hrefOfStory(story.id), onOpen)}>{label}</a>;
}

/** Returns texts that say how many quotes and marked paragraphs are new; empty if that is unknown. */
function useNewContentFacts({ found, marksParagraphs }: NewContentProps): string[] {
  const { t, count, formatNumber } = useStrings();
  if (found === undefined) return [];
  const { newQuotes, newParagraphs } = found;
  const newQuoteCount = newQuotes.filter(Boolean).length;
  const newParagraphCount = marksParagraphs
    ? chooseMarkedParagraphs(newParagraphs).filter(Boolean).length
    : 0;
  const facts: string[] = [];
  if (newQuotes.length > 0 && newQuoteCount === 0) facts.push(t('storyNewNone'));
  else if (newQuoteCount > 0 && newQuoteCount === newQuotes.length)
    facts.push(count('storyNewAll', newQuoteCount));
  else if (newQuoteCount > 0)
    facts.push(count('storyNewSome', newQuoteCount, formatNumber(newQuotes.length)));
  if (newParagraphCount > 0) facts.push(count('storyNewParagraphs', newParagraphCount));
  return facts;
}

/**
 * Lines above an article: how many other saved articles are on the same event, and how much of this one is new. The
 * latter arrives later and has its space reserved, so that the text below does not move.
 */
export function StoryLine({ href, otherCount, ...newContent }: StoryLineProps) {
  const { count } = useStrings();
  return (
    <div class="story-line">
      <a href={href}>{count('onThisStory', otherCount)}</a>
      <DotList class="story-line__new" items={useNewContentFacts(newContent)} />
    </div>
  );
}

/** A list of other saved articles on the same event, which also says how much of this article is new. */
export function OnThisStory(props: OnThisStoryProps) {
  const { found, hrefOfArticle, onOpen } = props;
  const { t, locale } = useStrings();
  const id = useId();
  const facts = useNewContentFacts(props);
  return (
    <section class="on-story" aria-labelledby={id}>
      <h2 id={id}>
        <OtherArticlesLink {...props} />
      </h2>
      {!props.hasStoryLine && facts.length > 0 && <DotList class="on-story__new" items={facts} />}
      <ul>
        {found.others.slice(0, MAX_ARTICLES).map((article) => (
          <li key={article.id}>
            <a
              dir={article.dir}
              lang={article.lang ?? undefined}
              {...getLinkProps(hrefOfArticle(article.id), onOpen)}
            >
              {article.title || t('untitled')}
            </a>
            <DotList
              class="kicker"
              items={[
                <SourceName key="source" siteName={article.siteName} host={article.host} />,
                formatDate(article.publishedTime, locale),
              ]}
            />
          </li>
        ))}
      </ul>
      {props.onNotThisStory !== undefined && (
        <TextButton class="on-story__not" onClick={props.onNotThisStory}>
          {t('storyNot')}
        </TextButton>
      )}
    </section>
  );
}
