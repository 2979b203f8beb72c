/** What the buttons of a toast do after a save by key or from a menu. */
import * as v from 'valibot';
import { createStrings, type Strings } from '../../../components/ui/base/strings.ts';
import { deleteHighlight, restoreHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import { HIGHLIGHT } from '../../../utils/library/restore/article-schemas.ts';
import type { HighlightRow } from '../../../utils/library/user-types.ts';
import type { ToastAct } from '../../../utils/messaging/protocol.ts';
import type { Sender } from '../../../utils/messaging/receive.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { openReader } from '../../../utils/platform/open-page.ts';
import { readMessage, uiLocale } from '../../../utils/platform/strings.ts';
import type { ToastButton } from '../../toast/toast-in-page.ts';
import { showSavedBadge } from '../badge.ts';
import { tellTabOfHighlights } from '../highlights/tell-tab.ts';
import { showToast } from '../toast/toast.ts';
import { putBackHere } from './former-here.ts';
import { openPopupAt } from './open-popup.ts';

const UNDONE_MS = 4000;

/** What a toast in a tab speaks of. The background may be stopped while it is there, so that it is kept outside of it. */
const Pending = v.object({
  token: v.string(),
  articleId: v.string(),
  /** Where it was saved behind a link; null for the tab's own article. */
  link: v.nullable(v.string()),
  /** The tab that was saved: in Firefox not always the one that shows the toast. */
  source: v.number(),
  /** Where it speaks of a highlight: as it is, or was before it was deleted. */
  highlight: v.optional(v.object({ row: HIGHLIGHT, isNew: v.boolean() })),
});
export type Pending = v.InferOutput<typeof Pending>;

const keyOf = (tabId: number): string => `toast-${tabId}`;

async function readPending(tabId: number): Promise<Pending | null> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  const read = v.safeParse(Pending, stored[keyOf(tabId)]);
  return read.success ? read.output : null;
}

export const words = (): Strings => createStrings(readMessage, uiLocale());

/**
 * The buttons for an article that is saved. One behind a link has no popup of its own.
 *
 * @param undo what “Undo” takes back; null where nothing was changed
 */
export function actsAfterSave(undo: 'undo' | 'undoNewer' | null, isLink: boolean): ToastButton[] {
  const { t } = words();
  const filing: ToastButton[] = [
    { act: 'tags', label: t('actionTags') },
    { act: 'lists', label: t('savedList') },
    { act: 'note', label: t('highlightNote') },
  ];
  return [
    ...(undo === null ? [] : [{ act: undo, label: t('actionUndo') }]),
    ...(isLink ? [] : filing),
    { act: 'open', label: t('savedOpen') },
  ];
}

/** The buttons where another text of the article is saved. */
export function actsForNewer(): ToastButton[] {
  const { t } = words();
  return [
    { act: 'newer', label: t('newerSave') },
    { act: 'keep', label: t('newerKeep') },
  ];
}

/** The buttons for a highlight that was made, which saved its article. */
export function actsAfterHighlight(): ToastButton[] {
  const { t } = words();
  return [
    { act: 'undo', label: t('actionUndo') },
    { act: 'noteHighlight', label: t('highlightNote') },
    { act: 'tags', label: t('actionTags') },
    { act: 'open', label: t('savedOpen') },
  ];
}

/** Remembers what the toast in a tab speaks of. @returns what its buttons have to know */
export async function rememberToast(tabId: number, about: Omit<Pending, 'token'>): Promise<string> {
  const pending: Pending = { ...about, token: crypto.randomUUID() };
  await browser.storage.session.set({ [keyOf(tabId)]: pending });
  return pending.token;
}

/** Takes a new highlight back, or brings a deleted one back. */
async function undoHighlight(
  tabId: number,
  { row, isNew }: NonNullable<Pending['highlight']>,
): Promise<void> {
  await (isNew ? deleteHighlight(row.id) : restoreHighlight(row as HighlightRow));
  await tellTabOfHighlights(tabId);
}

/**
 * Does what a toast's button says. The message comes out of a tab, whose process the page shares: it has to know the
 * toast's token, and each toast is answered once.
 *
 * @param saveNewer saves a tab's article, or the one behind the link, over the saved text of one; told the toast's window
 */
export async function actOnToast(
  { token, act }: { token: string; act: ToastAct },
  { tabId }: Sender,
  saveNewer: (about: Omit<Pending, 'token'>, windowId: number | undefined) => Promise<void>,
): Promise<null> {
  if (tabId === null) return null;
  const pending = await readPending(tabId);
  if (pending === null || pending.token !== token) return null;
  await browser.storage.session.remove(keyOf(tabId));
  const { articleId, highlight } = pending;
  if (act === 'undoHighlight') {
    if (highlight !== undefined) await undoHighlight(tabId, highlight);
  } else if (act === 'noteHighlight') {
    if (highlight !== undefined)
      await openPopupAt(tabId, `highlight=${encodeURIComponent(highlight.row.id)}`);
  } else if (act === 'undo') {
    if (highlight !== undefined) await undoHighlight(tabId, highlight);
    await deleteArticles([articleId]);
    const { url } = await browser.tabs.get(tabId);
    if (url !== undefined) await showSavedBadge(tabId, url);
    await showToast(tabId, { text: words().t('savedUndone'), stay: UNDONE_MS });
  } else if (act === 'undoNewer') {
    const isBack = await putBackHere(token);
    const text = words().t(isBack ? 'newerUndone' : 'libraryUndoFailed');
    await showToast(tabId, { text, isBad: !isBack, stay: UNDONE_MS });
  } else if (act === 'open') await openReader(articleId);
  else if (act === 'newer') await saveNewer(pending, (await browser.tabs.get(tabId)).windowId);
  else if (act !== 'keep') await openPopupAt(tabId, `then=${act}`);
  return null;
}
