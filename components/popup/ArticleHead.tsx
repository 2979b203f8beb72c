import type { ComponentChildren } from 'preact';
import { findUpdateDate } from '../../utils/article/updated-date.ts';
import { readingMinutes } from '../../utils/text/reading-progress.ts';
import { IconButton } from '../ui/Button.tsx';
import { formatDate, hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import './page-states.css';

interface Props {
  title: string;
  siteName: string | null;
  url: string;
  byline?: string | null;
  publishedAt?: string | null;
  modifiedAt?: string | null;
  /** 0 if unknown. */
  wordCount?: number;
  lang?: string | null;
  dir?: 'ltr' | 'rtl';
  /** `h3` if there is another heading above the headline. */
  heading?: 'h1' | 'h3';
  /** Controls at the end of the first line. */
  tools?: ComponentChildren;
  /** Opens the form for title, author, site and date; absent or null if they can't be edited here. */
  onEditDetails?: (() => void) | null;
}

export function ArticleHead(props: Props) {
  const { t, count, locale } = useStrings();
  const Heading = props.heading ?? 'h1';
  const wordCount = props.wordCount ?? 0;
  const updated = findUpdateDate({ publishedAt: props.publishedAt ?? null, modifiedAt: props.modifiedAt });
  const items = [
    (props.siteName || hostOf(props.url)) && (
      <SourceName key="source" siteName={props.siteName} host={hostOf(props.url)} />
    ),
    formatDate(props.publishedAt ?? null, locale),
    updated === null ? '' : t('updatedOn', formatDate(updated, locale)),
    wordCount > 0 ? count('readingMinutes', readingMinutes(wordCount)) : '',
  ];
  return (
    <header class="article-head">
      <div class="article-head__top">
        <DotList class="kicker" items={items} />
        {props.tools}
      </div>
      <Heading class="headline" lang={props.lang ?? undefined} dir={props.dir ?? 'auto'} title={props.title}>
        {props.title || t('untitled')}
      </Heading>
      {(props.byline || props.onEditDetails) && (
        // Aligned like the headline, even if the name is in a script of the other direction.
        <div class="article-head__byline" dir={props.dir ?? 'auto'}>
          {props.byline && (
            <p class="byline">
              <bdi>{props.byline}</bdi>
            </p>
          )}
          {props.onEditDetails && (
            <IconButton
              id="edit-details"
              icon="pencil"
              label={t('detailsEdit')}
              onClick={props.onEditDetails}
            />
          )}
        </div>
      )}
    </header>
  );
}
