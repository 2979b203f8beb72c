import type { DossierFormat } from '../../components/stories/DossierBar.tsx';
import { formatDate, formatDateRange } from '../../components/ui/base/format.ts';
import type { Strings } from '../../components/ui/base/strings.ts';
import {
  addToStory,
  mergeStories,
  pinStory,
  removeFromStory,
  renameStory,
  type StoryUndo,
  splitStory,
  undoStoryDecision,
} from '../../utils/library/stories/decide-stories.ts';
import { exportDossier } from '../../utils/library/stories/dossier.ts';
import type { StoryPage } from '../../utils/library/stories/story-views.ts';
import type { CitationStyle } from '../../utils/quotes/cite/cite-quote.ts';
import { saveFile } from '../shared/save-file.ts';
import type { Act } from '../shared/use-undo.ts';

/** Creates the user's actions on stories. Each can be undone. */
export function createStoryActions(act: Act, { t, count }: Strings) {
  const decide = (message: string, work: () => Promise<StoryUndo>): void =>
    act(async () => {
      const undo = await work();
      return { message, undo: () => undoStoryDecision(undo) };
    });
  return {
    onPin: (id: string, isPinned: boolean): void =>
      decide(t(isPinned ? 'storyPinned' : 'storyUnpinned'), () => pinStory(id, isPinned)),
    onRename: (id: string, title: string): void =>
      decide(t('personRenamed', title), () => renameStory(id, title)),
    onAdd: (id: string, title: string, articleId: string): void =>
      decide(t('storyAdded', title), () => addToStory(id, [articleId])),
    onMerge: (id: string, other: string): void => decide(t('storyMerged'), () => mergeStories([id, other])),
    onSplit: (articleIds: string[]): void => decide(t('storySplitDone'), () => splitStory(articleIds)),
    onRemove: (articleIds: string[]): void =>
      decide(count('storyRemoved', articleIds.length), () => removeFromStory(articleIds)),
  };
}

/**
 * Prints a document instead of the page. It is in a shadow root, so that its styles and the page's don't affect each other.
 */
function printDocument(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const host = document.createElement('div');
  host.className = 'print-only';
  host.lang = parsed.documentElement.lang;
  host.dir = parsed.documentElement.dir;
  // The document's style sheet applies to its body element.
  host.attachShadow({ mode: 'closed' }).append(...parsed.querySelectorAll('style'), parsed.body);
  document.body.append(host);
  addEventListener('afterprint', () => host.remove(), { once: true });
  print();
}

/** Saves a story as a document, or prints it. */
export async function saveOrPrintDossier(
  page: StoryPage,
  format: DossierFormat,
  style: CitationStyle,
  strings: Strings,
): Promise<void> {
  const { t, count, formatList, locale } = strings;
  const { story, papers } = page;
  const size = count('libraryCount', story.articleIds.length);
  const summary = [
    [formatDateRange(story.from, story.to, locale), size].join(' · '),
    formatList(papers),
    t('dossierMade', formatDate(Date.now(), locale)),
  ];
  const request = { page, style, strings, formatDate, summary, sourcesTitle: t('dossierSources') };
  const { file, name } = await exportDossier(format === 'print' ? 'html' : format, request);
  if (format === 'print') printDocument(await file.text());
  else saveFile(file, name);
}
