import { useId } from 'preact/hooks';
import type { OnThisStory as Found } from '../../utils/library/stories/story-views.ts';
import { TextButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import './on-this-story.css';

/** Articles shown; the story has all of them. */
const MAX_ARTICLES = 3;

interface StoryLineProps {
  found: Found;
  hrefOfStory: (id: string) => string;
  /** Opens an address; absent if the links do. */
  onOpen?: (href: string) => void;
  /** New paragraphs are marked in the article. */
  marksParagraphs?: boolean;
}

export interface OnThisStoryProps extends StoryLineProps {
  hrefOfArticle: (id: string) => string;
  /** A line above the article says how much is new. */
  hasLine?: boolean;
  /** Takes the article out of the story; absent if it is not saved. */
  onNotThisStory?: () => void;
}

/**
 * Whether to mark a quote as new.
 *
 * @returns undefined if nothing is known, or if all quotes are new: then the line above says so
 */
export function markAsNew(newQuotes: readonly boolean[], index: number): boolean | undefined {
  return newQuotes.every(Boolean) ? undefined : newQuotes[index];
}

const NONE: readonly boolean[] = [];

/** The new paragraphs to mark: none if they are most of the article, because the marks would then single out nothing. */
export function paragraphsToMark(newParagraphs: readonly boolean[]): readonly boolean[] {
  return newParagraphs.filter(Boolean).length * 2 > newParagraphs.length ? NONE : newParagraphs;
}

const linkTo = (href: string, onOpen: StoryLineProps['onOpen']) => ({
  href,
  onClick: (event: MouseEvent): void => {
    if (onOpen === undefined) return;
    event.preventDefault();
    onOpen(href);
  },
});

function StoryLink({ found: { story, others }, hrefOfStory, onOpen }: StoryLineProps) {
  const { count } = useStrings();
  const label = count('onThisStory', others.length);
  // Not a story before this article is saved.
  if (story.articleIds.length < 2) return <>{label}</>;
  return <a {...linkTo(hrefOfStory(story.id), onOpen)}>{label}</a>;
}

/** How many quotes and marked paragraphs are new; empty if nothing is known. */
function useNewFacts({ found: { newQuotes, newParagraphs }, marksParagraphs }: StoryLineProps): string[] {
  const { t, count, formatNumber } = useStrings();
  const fresh = newQuotes.filter(Boolean).length;
  const paragraphs = marksParagraphs ? paragraphsToMark(newParagraphs).filter(Boolean).length : 0;
  const facts: string[] = [];
  if (newQuotes.length > 0 && fresh === 0) facts.push(t('storyNewNone'));
  else if (fresh > 0 && fresh === newQuotes.length) facts.push(count('storyNewAll', fresh));
  else if (fresh > 0) facts.push(count('storyNewSome', fresh, formatNumber(newQuotes.length)));
  if (paragraphs > 0) facts.push(count('storyNewParagraphs', paragraphs));
  return facts;
}

/** One line above an article: how many other saved articles are on the same event, and how much of it is new. */
export function StoryLine(props: StoryLineProps) {
  const facts = useNewFacts(props);
  return <DotList class="reader__complete" items={[<StoryLink key="story" {...props} />, ...facts]} />;
}

/** The other saved articles on the same event, and how much of this article is new. */
export function OnThisStory(props: OnThisStoryProps) {
  const { found, hrefOfArticle, onOpen } = props;
  const { t, locale } = useStrings();
  const id = useId();
  const facts = useNewFacts(props);
  return (
    <section class="on-story" aria-labelledby={id}>
      <h2 id={id}>
        <StoryLink {...props} />
      </h2>
      {!props.hasLine && facts.length > 0 && <DotList class="on-story__new" items={facts} />}
      <ul>
        {found.others.slice(0, MAX_ARTICLES).map((article) => (
          <li key={article.id}>
            <a
              dir={article.dir}
              lang={article.lang ?? undefined}
              {...linkTo(hrefOfArticle(article.id), onOpen)}
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
