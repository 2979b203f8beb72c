import '../ui/base/base.css';
import type { ComponentChildren, ComponentProps } from 'preact';
import { useMemo } from 'preact/hooks';
import { chooseKeySentences } from '../../utils/text/key-sentences.ts';
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
import './quotes.css';
import './panel.css';

export interface PanelProps extends Omit<QuotePanelProps, 'article' | 'newQuotes'> {
  page: ShownPage;
  /** The error of treating a page as an article; absent or null if it did not fail. */
  treatError?: string | null;
  /** The other saved articles on the article's story; absent or null until known, or if there are none. */
  story?: OnThisStoryProps | null;
  /** Jumps to a range of the article. */
  onGoTo: (start: number, end: number) => void;
  /** Absent or null until it is known whether the article is saved. */
  saveProps?: Omit<SaveActionsProps, 'isPreview' | 'hasQuotes' | 'onAllQuotes'> | null;
  /** The last action, if it can be undone. */
  undo?: ComponentProps<typeof UndoBar> | null;
  onTreatAsArticle: () => void;
  /** Undoes “Treat as article”; absent or null if decisions are not stored, as in private windows. */
  onUndoTreatAsArticle?: (() => void) | null;
  onTurnSiteOn: () => void;
  onAllow: () => void;
}

/** The side panel: saving, key sentences, story and quotes of the current page. */
export function Panel({
  page,
  onGoTo,
  onTreatAsArticle,
  onUndoTreatAsArticle = null,
  onTurnSiteOn,
  onAllow,
  undo = null,
  saveProps = null,
  treatError = null,
  story = null,
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
            // Remounts for the next article, so that it does not show the tag picker of this one.
            key={page.article.title}
            {...saveProps}
            isPreview={page.article.isPreview}
            hasQuotes={false}
            onAllQuotes={() => undefined}
          />
        )}
        {page.error && <p class="note note--bad">{page.error}</p>}
        <KeySentences article={page.article} onGoTo={onGoTo} />
        {story !== null && <OnThisStory {...story} />}
        {page.pendingQuotations ? (
          <QuotesLoading article={page.article} quotations={page.pendingQuotations} />
        ) : page.article.quotes.length === 0 ? (
          <p class="note note--quiet">{t('panelNoQuotes')}</p>
        ) : (
          // Remounts for the next article, so that it starts without a filter.
          <QuotePanel
            key={page.article.url}
            article={page.article}
            newQuotes={story?.found.newQuotes}
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
          onUndoTreatAsArticle={page.isUserDecision === true ? onUndoTreatAsArticle : null}
        />
      )}
      {page.kind === 'notArticle' && (
        <NotArticle
          verdict={page.verdict}
          message={treatError}
          saveProps={saveProps}
          onTreatAsArticle={onTreatAsArticle}
        />
      )}
      {page.kind === 'siteOff' && <SiteOff addresses={page.addresses} onTurnOn={onTurnSiteOn} />}
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

interface KeySentencesProps {
  /** Jumps to a range of the article. */
  onGoTo: (start: number, end: number) => void;
  article: { title: string; text: string; lang: string | null; dir: 'ltr' | 'rtl' };
}

/** The three most important sentences of the article. Renders nothing if the article is short. */
function KeySentences({ article, onGoTo }: KeySentencesProps) {
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
