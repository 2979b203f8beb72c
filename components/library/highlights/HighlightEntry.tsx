import type { HighlightColour } from '../../../utils/library/articles/highlight-colours.ts';
import { findInText, markRanges } from '../../quotes/find-in-text.ts';
import { formatDate } from '../../ui/base/format.ts';
import { useStrings } from '../../ui/base/strings.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DotList } from '../../ui/DotList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SourceName } from '../../ui/SourceName.tsx';

/** A highlight as the feed shows it. */
export interface FeedHighlight {
  id: string;
  text: string;
  note: string;
  colour: HighlightColour;
  createdAt: number;
}

/** What the feed tells of an article. */
export interface FeedArticle {
  id: string;
  title: string;
  siteName: string | null;
  host: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
}

interface Props {
  highlight: FeedHighlight;
  article: FeedArticle;
  /** Its article is named in the line below it. */
  namesArticle: boolean;
  /** Words to be marked. */
  words: string;
  href: string;
  onCopy: () => Promise<boolean>;
  onDelete: () => void;
}

/** The line that says where a passage is from. */
export function SourceLine({
  highlight,
  article,
  href,
  namesArticle,
}: Pick<Props, 'highlight' | 'article' | 'href' | 'namesArticle'>) {
  const { t, locale } = useStrings();
  const made = formatDate(highlight.createdAt, locale);
  return (
    <DotList
      class="kicker"
      facts={
        namesArticle
          ? [
              <a key="article" href={href}>
                {article.title || t('untitled')}
              </a>,
              <SourceName key="source" siteName={article.siteName} host={article.host} />,
              made,
            ]
          : [made]
      }
    />
  );
}

/** One passage, or a note on an article, with its note and what can be done with it. */
export function HighlightEntry(props: Props) {
  const { highlight, article, words, href } = props;
  const { t } = useStrings();
  const { text, note, colour } = highlight;
  return (
    <li class="marked" data-colour={text === '' ? undefined : colour}>
      <div class="marked__said">
        <a class="marked__words" href={href} dir={article.dir} lang={article.lang ?? undefined}>
          {text === '' ? t('highlightOfArticle') : markRanges(text, findInText(text, words))}
        </a>
      </div>
      {note !== '' && <p class="marked__note">{markRanges(note, findInText(note, words))}</p>}
      <div class="marked__foot">
        <SourceLine {...props} />
        <span class="marked__tools">
          <CopyButton onCopy={props.onCopy} label={t('copyWithCitation')} done={t('copiedAnnounce')} />
          <button
            type="button"
            class="icon-button"
            aria-label={t('highlightDelete')}
            title={t('highlightDelete')}
            onClick={props.onDelete}
          >
            <Icon name="trash" />
          </button>
        </span>
      </div>
    </li>
  );
}
