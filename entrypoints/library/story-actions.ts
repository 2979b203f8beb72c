import type { Strings } from '../../components/ui/base/strings.ts';
import {
  addToStory,
  mergeStories,
  removeFromStory,
  renameStory,
  type StoryUndo,
  splitStory,
  undoStoryDecision,
} from '../../utils/library/stories/decide-stories.ts';
import type { Act } from '../shared/use-undo.ts';

/** Creates the user's actions on stories. Each can be undone. */
export function createStoryActions(act: Act, { t, count }: Strings) {
  const decide = (message: string, work: () => Promise<StoryUndo>): void =>
    act(async () => {
      const undo = await work();
      return { message, undo: () => undoStoryDecision(undo) };
    });
  return {
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
