import { Panel } from '../../components/quotes/Panel.tsx';
import { browser } from '../../utils/platform/browser.ts';
import { openOwnPage, openReader } from '../../utils/platform/open-page.ts';
import { copyPicture, copyQuotes } from '../shared/quotes/copy-quote.ts';
import { jumpBack, jumpToQuote, markQuote } from '../shared/quotes/jump-to-quote.ts';
import { saveFile } from '../shared/save-file.ts';
import { useAfterSave } from '../shared/saving/use-after-save.ts';
import { showSaving } from '../shared/saving/use-saving.ts';
import { useTabArticle } from '../shared/use-tab-article.ts';

/** The side panel, about the active tab or the one in `?tab=`. */
export function App() {
  const { page, undo, saving, savedId, fresh, quotes, story, onOverride, common } = useTabArticle(true);
  const { tab } = page;
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };

  const goTo = (start: number, end: number): void => {
    if (page.kind !== 'article') return;
    void jumpToQuote(tab, { start, end, text: page.article.text.slice(start, end) });
  };

  const { state } = saving;
  const read = (): void => {
    if (savedId !== null) run(openReader(savedId));
    else if (tab !== null)
      run(browser.tabs.create({ url: browser.runtime.getURL(`/reader.html?tab=${tab.id}`) }));
  };
  // Shows the save's undo button only if the undo bar is hidden.
  const afterSave = useAfterSave(savedId, undo, fresh && { ...fresh, hasButton: undo.undo === null }, read);

  return (
    <Panel
      {...common}
      page={showSaving(page, state)}
      story={story && { ...story, onOpen: (href) => run(openOwnPage(href)) }}
      onGoTo={goTo}
      onJump={(index) => jumpToQuote(tab, quotes[index])}
      onJumpBack={() => tab !== null && run(jumpBack(tab))}
      onMark={(index) => markQuote(tab, index === null ? null : quotes[index])}
      onCopyPicture={copyPicture}
      onSavePicture={saveFile}
      saveProps={
        saving.isWaiting
          ? null
          : {
              state,
              afterSave,
              onSave: saving.save,
              onCancelSave: saving.dismiss,
              onRead: read,
            }
      }
      onCopy={(indices, format) =>
        page.kind === 'article'
          ? copyQuotes(
              indices.flatMap((index) => quotes[index] ?? []),
              page.article,
              format,
            )
          : Promise.resolve(false)
      }
      onUndoTreatAsArticle={onOverride && (() => onOverride('site', null))}
    />
  );
}
