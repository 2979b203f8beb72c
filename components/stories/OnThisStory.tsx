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

export interface OnThisStoryProps {
  found: Found;
  hrefOfStory: (id: string) => string;
  hrefOfArticle: (id: string) => string;
  /** Opens an address; absent if the links do. */
  onOpen?: (href: string) => void;
  /** New paragraphs are marked in the article beside it. */
  marksParagraphs?: boolean;
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

/** The other saved articles on the same event, and how much of this article is new. */
export function OnThisStory(props: OnThisStoryProps) {
  const { found, hrefOfStory, hrefOfArticle, onOpen } = props;
  const { t, count, number, locale } = useStrings();
  const id = useId();
  const { others, newQuotes, newParagraphs } = found;
  const fresh = newQuotes.filter(Boolean).length;
  const paragraphs = props.marksParagraphs ? paragraphsToMark(newParagraphs).filter(Boolean).length : 0;
  const label = count('onThisStory', others.length);
  const link = (href: string) => ({
    href,
    onClick: (event: MouseEvent): void => {
      if (onOpen === undefined) return;
      event.preventDefault();
      onOpen(href);
    },
  });
  const describeNew = (): string => {
    if (fresh === 0) return t('storyNewNone');
    if (fresh === newQuotes.length) return count('storyNewAll', fresh);
    return count('storyNewSome', fresh, number(newQuotes.length));
  };
  return (
    <section class="on-story" aria-labelledby={id}>
      <h2 id={id}>
        {found.story.articleIds.length > 1 ? (
          <a {...link(hrefOfStory(found.story.id))}>{label}</a>
        ) : (
          // Not a story before this article is saved.
          label
        )}
      </h2>
      {newQuotes.length > 0 && <p class="on-story__new">{describeNew()}</p>}
      {paragraphs > 0 && <p class="on-story__new">{count('storyNewParagraphs', paragraphs)}</p>}
      <ul>
        {others.slice(0, MAX_ARTICLES).map((article) => (
          <li key={article.id}>
            <a dir={article.dir} lang={article.lang ?? undefined} {...link(hrefOfArticle(article.id))}>
              {article.title || t('untitled')}
            </a>
            <DotList
              class="kicker"
              facts={[
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
