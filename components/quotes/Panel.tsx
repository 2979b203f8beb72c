import '../ui/base/base.css';
import type { ComponentChildren, ComponentProps } from 'preact';
import type { Verdict } from '../../utils/article/types.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import type { SiteSettings } from '../../utils/settings/schema.ts';
import { ArticleHead } from '../popup/ArticleHead.tsx';
import {
  NoAccess,
  type NoAccessReason,
  NotArticle,
  ReadingFailed,
  ReadingPage,
  SiteOff,
  type WaitReason,
} from '../popup/PopupMessages.tsx';
import { SaveActions, type SaveActionsProps } from '../popup/SaveActions.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { UndoBar } from '../ui/UndoBar.tsx';
import { Brief } from './Brief.tsx';
import { QuotePanel, type QuotePanelProps } from './QuotePanel.tsx';
import { QuotesComing } from './QuotesComing.tsx';
import { Summary, type SummaryProps } from './Summary.tsx';
import './quotes.css';
import './panel.css';

/** What the side panel knows about the tab it speaks of. */
export type PanelPage =
  | { kind: 'loading' }
  | { kind: 'reading'; title: string; url: string; wait: WaitReason }
  | {
      kind: 'article';
      article: QuotePanelProps['article'];
      coming?: readonly Quotation[] | null;
      problem?: string | null;
    }
  | { kind: 'failed'; message: string; isSaid?: boolean }
  | { kind: 'notArticle'; verdict: Verdict; message: string | null }
  /** `off`: the addresses whose sites are switched off. */
  | { kind: 'siteOff'; url: string; off: readonly string[] }
  | { kind: 'noAccess'; reason: NoAccessReason };

export interface PanelProps extends Omit<QuotePanelProps, 'article'> {
  page: PanelPage;
  /** What an organisation decides for this site. */
  managed?: SiteSettings;
  /** Null where the user has not turned summaries on. */
  summary: Omit<SummaryProps, 'article'> | null;
  /** Goes to a place in the article. */
  onGoTo: (start: number, end: number) => void;
  /** Saving the article; absent or null until it is known whether it is saved. */
  saving?: Omit<SaveActionsProps, 'isPreview' | 'hasQuotes' | 'onAllQuotes'> | null;
  /** What was done last, and its way back. */
  undo?: ComponentProps<typeof UndoBar> | null;
  onTreatAsArticle: () => void;
  /** Takes that back; absent or null where nothing is remembered, as in private windows. */
  onDontTreat?: (() => void) | null;
  onSiteOn: () => void;
  onAllow: () => void;
}

/** The side panel: who is quoted on this page, and what they say. */
export function Panel({
  page,
  managed = {},
  summary,
  onGoTo,
  onTreatAsArticle,
  onDontTreat = null,
  onSiteOn,
  onAllow,
  undo = null,
  saving = null,
  ...quoteActions
}: PanelProps) {
  const { t } = useStrings();
  const isToSave = page.kind === 'article' || page.kind === 'notArticle' || page.kind === 'failed';
  useShortcuts({
    ...(undo?.onUndo ? { u: undo.onUndo } : undefined),
    ...(saving !== null && isToSave ? { s: () => saving.onSave(false) } : undefined),
    ...(saving !== null && page.kind === 'article' ? { r: saving.onRead } : undefined),
  });
  if (page.kind === 'loading') return <Frame kind="loading">{null}</Frame>;
  if (page.kind === 'reading') {
    return (
      <Frame kind={page.kind}>
        <ArticleHead title={page.title} siteName={null} url={page.url} />
        <ReadingPage wait={page.wait} />
      </Frame>
    );
  }
  if (page.kind === 'article') {
    return (
      <Frame kind={page.kind}>
        <ArticleHead {...page.article} />
        {saving !== null && (
          <SaveActions
            {...saving}
            isPreview={page.article.isPreview}
            hasQuotes={false}
            onAllQuotes={() => undefined}
          />
        )}
        {page.problem && <p class="note note--bad">{page.problem}</p>}
        <Brief article={page.article} onGoTo={onGoTo} />
        {summary !== null && <Summary article={page.article} {...summary} />}
        {page.coming ? (
          <QuotesComing article={page.article} quotations={page.coming} />
        ) : page.article.quotes.length === 0 ? (
          <p class="note note--quiet">{t('panelNoQuotes')}</p>
        ) : (
          // Another article starts with its own filter and order.
          <QuotePanel key={page.article.url} article={page.article} {...quoteActions} />
        )}
        {undo !== null && <UndoBar {...undo} />}
      </Frame>
    );
  }
  return (
    <Frame kind={page.kind}>
      {page.kind === 'failed' && (
        <ReadingFailed
          message={page.message}
          saveProps={saving}
          onRetry={onTreatAsArticle}
          onUndoTreatAsArticle={page.isSaid === true && managed.treatAs === undefined ? onDontTreat : null}
        />
      )}
      {page.kind === 'notArticle' && (
        <NotArticle
          verdict={page.verdict}
          message={page.message}
          saveProps={saving}
          onTreatAsArticle={onTreatAsArticle}
          isManaged={managed.treatAs !== undefined}
        />
      )}
      {page.kind === 'siteOff' && (
        <SiteOff addresses={page.off} isManaged={managed.off === true} onTurnOn={onSiteOn} />
      )}
      {page.kind === 'noAccess' && <NoAccess reason={page.reason} onAllow={onAllow} />}
      {page.kind !== 'failed' && <p class="note panel__hint">{t('panelNoArticle')}</p>}
    </Frame>
  );
}

function Frame({ kind, children }: { kind: PanelPage['kind']; children: ComponentChildren }) {
  const { t } = useStrings();
  return (
    <main class="panel" data-page={kind} aria-label={t('panelTitle')}>
      {children}
    </main>
  );
}
