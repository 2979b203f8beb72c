import { Button, IconButton, TextButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import type { ComponentChildren, ComponentProps } from 'preact';
import { useMemo } from 'preact/hooks';
import type { SiteSettings } from '../../utils/settings/schema.ts';
import { chooseKeySentences, findNearestSentences } from '../../utils/text/key-sentences.ts';
import { ArticleHead } from '../popup/ArticleHead.tsx';
import { NoAccess, NotArticle, ReadingFailed, ReadingPage, SiteOff } from '../popup/PopupMessages.tsx';
import { SaveActions, type SaveActionsProps } from '../popup/SaveActions.tsx';
import type { ShownPage } from '../popup/shown-page.ts';
import { OnThisStory, type OnThisStoryProps } from '../stories/OnThisStory.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { UndoBar } from '../ui/UndoBar.tsx';
import { QuotesLoading } from './KeyQuotes.tsx';
import { QuotePanel, type QuotePanelProps } from './QuotePanel.tsx';
import { NO_OCCURRENCES, type Occurrences, saidAtOf, useOtherArticles } from './use-other-articles.tsx';
import './quotes.css';
import './panel.css';

export interface PanelProps extends Omit<QuotePanelProps, 'article' | 'newQuotes' | 'elsewhere'> {
  /** The same words in other saved articles; absent until known. */
  occurrences?: Occurrences;
  page: ShownPage;
  /** Why a page could not be treated as an article; absent or null if nothing failed. */
  treatError?: string | null;
  /** The other saved articles on the article's story; absent or null until known, or if there are none. */
  story?: OnThisStoryProps | null;
  /** What an organisation's policy sets for this site. */
  managed?: SiteSettings;
  /** Null if the user has not turned summaries on. */
  summary: Omit<SummaryProps, 'article'> | null;
  /** Jumps to a range of the article. */
  onGoTo: (start: number, end: number) => void;
  /** Saving the article; absent or null until it is known whether it is saved. */
  saveProps?: Omit<SaveActionsProps, 'isPreview' | 'hasQuotes' | 'onAllQuotes'> | null;
  /** The last action and how to undo it. */
  undo?: ComponentProps<typeof UndoBar> | null;
  onTreatAsArticle: () => void;
  /** Undoes “Treat as article”; absent or null if decisions are not stored, as in private windows. */
  onUndoTreatAsArticle?: (() => void) | null;
  onTurnSiteOn: () => void;
  onAllow: () => void;
}

/** The quotes, and the articles that have them, too. */
function PanelQuotes({ occurrences, ...props }: QuotePanelProps & { occurrences: Occurrences }) {
  const { article } = props;
  const others = useOtherArticles(article, article.quotes, saidAtOf(article), occurrences, '_blank');
  return (
    <>
      <QuotePanel {...props} elsewhere={others} />
      {others.sheet}
    </>
  );
}

/** The side panel: who is quoted on this page, and what they say. */
export function Panel({
  page,
  managed = {},
  summary,
  onGoTo,
  onTreatAsArticle,
  onUndoTreatAsArticle = null,
  onTurnSiteOn,
  onAllow,
  undo = null,
  saveProps = null,
  treatError = null,
  story = null,
  occurrences = NO_OCCURRENCES,
  ...quoteActions
}: PanelProps) {
  const { t } = useStrings();
  const canSave = page.kind === 'article' || page.kind === 'notArticle' || page.kind === 'failed';
  useShortcuts({
    ...(undo?.onUndo ? { u: undo.onUndo } : undefined),
    ...(saveProps !== null && canSave ? { s: () => saveProps.onSave(false) } : undefined),
    ...(saveProps !== null && page.kind === 'article' ? { r: saveProps.onRead } : undefined),
  });
  if (page.kind === 'loading') return <PanelFrame kind="loading">{null}</PanelFrame>;
  if (page.kind === 'reading') {
    return (
      <PanelFrame kind={page.kind}>
        <ArticleHead title={page.tab.title} siteName={null} url={page.tab.url} />
        <ReadingPage wait={page.wait} />
      </PanelFrame>
    );
  }
  if (page.kind === 'article') {
    return (
      <PanelFrame kind={page.kind}>
        <ArticleHead {...page.article} />
        {saveProps !== null && (
          <SaveActions
            // The tags of one article are not to be asked for with the next.
            key={page.article.title}
            {...saveProps}
            isPreview={page.article.isPreview}
            hasQuotes={false}
            onAllQuotes={() => undefined}
          />
        )}
        {page.error && <p class="note note--bad">{page.error}</p>}
        <KeySentences article={page.article} onGoTo={onGoTo} />
        {summary !== null && <Summary article={page.article} {...summary} />}
        {story !== null && <OnThisStory {...story} />}
        {page.pendingQuotations ? (
          <QuotesLoading article={page.article} quotations={page.pendingQuotations} />
        ) : page.article.quotes.length === 0 ? (
          <p class="note note--quiet">{t('panelNoQuotes')}</p>
        ) : (
          // Another article starts with its own filter and order.
          <PanelQuotes
            key={page.article.url}
            article={page.article}
            newQuotes={story?.found.newQuotes}
            occurrences={occurrences}
            {...quoteActions}
          />
        )}
        {undo !== null && <UndoBar {...undo} />}
      </PanelFrame>
    );
  }
  return (
    <PanelFrame kind={page.kind}>
      {page.kind === 'failed' && (
        <ReadingFailed
          message={page.message}
          saveProps={saveProps}
          onRetry={onTreatAsArticle}
          onUndoTreatAsArticle={
            page.isUserDecision === true && managed.treatAs === undefined ? onUndoTreatAsArticle : null
          }
        />
      )}
      {page.kind === 'notArticle' && (
        <NotArticle
          verdict={page.verdict}
          message={treatError}
          saveProps={saveProps}
          onTreatAsArticle={onTreatAsArticle}
          isManaged={managed.treatAs !== undefined}
        />
      )}
      {page.kind === 'siteOff' && (
        <SiteOff addresses={page.addresses} isManaged={managed.off === true} onTurnOn={onTurnSiteOn} />
      )}
      {page.kind === 'noAccess' && <NoAccess reason={page.reason} onAllow={onAllow} />}
      {page.kind !== 'failed' && <p class="note panel__hint">{t('panelNoArticle')}</p>}
    </PanelFrame>
  );
}

function PanelFrame({ kind, children }: { kind: ShownPage['kind']; children: ComponentChildren }) {
  const { t } = useStrings();
  return (
    <main class="panel" data-page={kind} aria-label={t('panelTitle')}>
      {children}
    </main>
  );
}

interface BriefProps {
  /** Jumps to a range of the article. */
  onGoTo: (start: number, end: number) => void;
  article: { title: string; text: string; lang: string | null; dir: 'ltr' | 'rtl' };
}

/** The three most important sentences of the article. Renders nothing if the article is short. */
function KeySentences({ article, onGoTo }: BriefProps) {
  const { t } = useStrings();
  const { title, text, lang } = article;
  const sentences = useMemo(() => chooseKeySentences(text, title, lang), [text, title, lang]);
  if (sentences.length === 0) return null;
  return (
    <details class="brief">
      <summary class="brief__head">
        <h2>{t('briefTitle')}</h2>
        <span class="brief__note">{t('briefNote')}</span>
      </summary>
      <ol class="brief__sentences" lang={lang ?? undefined} dir={article.dir}>
        {sentences.map((sentence) => (
          <li key={sentence.start}>
            <button
              type="button"
              class="brief__go"
              title={t('jumpToQuote')}
              onClick={() => onGoTo(sentence.start, sentence.end)}
            >
              {sentence.text}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The state of a summary by the browser's on-device model. */
export type SummaryState =
  /** The browser has no model, or none for this machine or language. */
  | { kind: 'unavailable'; why: 'missing' | 'unavailable' }
  | { kind: 'ready'; mustFetch: boolean }
  /** `part`: the share of the model downloaded, 0–1; null if it is available. */
  | { kind: 'writing'; part: number | null }
  | { kind: 'written'; sentences: readonly string[] }
  | { kind: 'failed'; message: string };

export interface SummaryProps {
  article: { text: string; lang: string | null };
  state: SummaryState;
  /** Must be called inside the click, since the browser may have to download its model. */
  onWrite: () => void;
  /** Jumps to a range of the article. */
  onGoTo: (start: number, end: number) => void;
}

/** A summary by the browser's model, labelled as machine-made; each sentence links to its source in the text. */
function Summary(props: SummaryProps) {
  const { t, formatPercent } = useStrings();
  const { state } = props;
  return (
    <section class="summary" aria-labelledby="summary-title">
      <div class="summary__head">
        <h2 class="summary__title" id="summary-title">
          {t('summaryTitle')}
        </h2>
        <span class="brief__note">{t('summaryNote')}</span>
      </div>
      {state.kind === 'unavailable' && (
        <p class="note">{t(state.why === 'missing' ? 'summaryMissing' : 'summaryUnavailableHere')}</p>
      )}
      {state.kind === 'ready' && (
        <>
          {state.mustFetch && <p class="note">{t('summaryDownloadable')}</p>}
          <Button onClick={props.onWrite}>{t('summaryWrite')}</Button>
        </>
      )}
      {state.kind === 'writing' && (
        <p class="note" role="status">
          {state.part === null ? t('summaryWriting') : t('summaryFetching', formatPercent(state.part))}
        </p>
      )}
      {state.kind === 'failed' && (
        <p class="note note--bad" role="alert">
          {state.message === '' ? t('summaryEmpty') : t('summaryFailed', state.message)}{' '}
          <TextButton onClick={props.onWrite}>{t('actionTryAgain')}</TextButton>
        </p>
      )}
      {state.kind === 'written' && <SummarySentences {...props} sentences={state.sentences} />}
    </section>
  );
}

function SummarySentences({ article, sentences, onGoTo }: SummaryProps & { sentences: readonly string[] }) {
  const { t } = useStrings();
  const { text, lang } = article;
  const sources = useMemo(() => findNearestSentences(sentences, text, lang), [sentences, text, lang]);
  return (
    <ul class="summary__sentences" lang={lang ?? undefined}>
      {sentences.map((sentence, at) => {
        const place = sources[at] ?? null;
        return (
          <li key={sentence}>
            {sentence}{' '}
            {place === null ? (
              <span class="summary__nowhere">{t('summaryNowhere')}</span>
            ) : (
              <IconButton
                icon="return"
                label={t('summaryGoTo', place.text)}
                title={place.text}
                class="summary__place"
                onClick={() => onGoTo(place.start, place.end)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
