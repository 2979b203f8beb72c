import type { Strings } from '../../components/ui/base/strings.ts';
import type { ArticleSource } from '../../utils/library/lists/library-location.ts';
import {
  allLists,
  createList,
  moveList,
  removeList,
  renameList,
  restoreList,
} from '../../utils/library/lists/lists.ts';
import { removeTag, renameTag, undoTagChange } from '../../utils/library/lists/manage-tags.ts';
import {
  allSmartLists,
  changeSmartList,
  createSmartList,
  removeSmartList,
  restoreSmartList,
} from '../../utils/library/lists/smart-lists.ts';
import {
  markNotPerson,
  markPerson,
  mergePeople,
  renamePerson,
  splitPerson,
  undoPeopleDecision,
} from '../../utils/library/people/decide-people.ts';
import type { SortOrder } from '../../utils/library/user-types.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { saveFile } from '../shared/save-file.ts';
import type { Act } from '../shared/use-undo.ts';

const findList = async (id: string) => (await allLists()).find((list) => list.id === id);
const findSmartList = async (id: string) => (await allSmartLists()).find((list) => list.id === id);

/** Callbacks that navigate after an action. */
interface Navigation {
  /** Called with a new smart list, which is then shown. */
  onMade: (source: ArticleSource) => void;
  /** Called when a list or tag has been deleted or renamed. */
  onLeft: (source: ArticleSource) => void;
}

/** Creates the user's actions on lists, smart lists, tags and people. Each can be undone. */
export function createLibraryActions(act: Act, { t, count }: Strings, { onMade, onLeft }: Navigation) {
  const decide = (message: string, work: () => ReturnType<typeof mergePeople>): void =>
    act(async () => {
      const undo = await work();
      return { message, undo: () => undoPeopleDecision(undo) };
    });
  return {
    onExportPerson: (id: string, name: string, format: 'quotesCsv' | 'quotesMarkdown'): void => {
      import('../../utils/library/people/export-person.ts')
        .then(async ({ exportPerson }) => {
          const { file, name: fileName } = await exportPerson(id, name, format);
          saveFile(file, fileName);
        })
        .catch((error: unknown) => act(() => Promise.reject(error)));
    },
    onCreateList: (name: string, parentId: string | null): void =>
      act(async () => {
        const list = await createList(name, parentId);
        return { message: t('listCreated', list.name), undo: () => removeList(list.id) };
      }),
    onRenameList: (id: string, name: string): void =>
      act(async () => {
        const before = await findList(id);
        await renameList(id, name);
        return { message: t('listRenamed', name), undo: () => renameList(id, before?.name ?? name) };
      }),
    onMoveList: (id: string, parentId: string | null): void =>
      act(async () => {
        const before = await findList(id);
        await moveList(id, parentId);
        return {
          message: t('listMoved', before?.name ?? ''),
          undo: () => moveList(id, before?.parentId ?? null),
        };
      }),
    onRemoveList: (id: string): void =>
      act(async () => {
        const removed = await removeList(id);
        if (removed === null) return null;
        onLeft(`list:${id}`);
        return { message: t('listRemoved', removed.list.name), undo: () => restoreList(removed) };
      }),
    onKeepSearch: (name: string, query: string, sort: SortOrder): void =>
      act(async () => {
        const list = await createSmartList(name, query, sort);
        onMade(`smart:${list.id}`);
        return {
          message: t('listCreated', list.name),
          undo: () => removeSmartList(list.id),
        };
      }),
    onRenameSmartList: (id: string, name: string): void =>
      act(async () => {
        const before = await findSmartList(id);
        await changeSmartList(id, { name });
        return {
          message: t('listRenamed', name),
          undo: () => changeSmartList(id, { name: before?.name ?? name }),
        };
      }),
    onSmartSearch: (id: string, query: string): void =>
      act(async () => {
        const before = await findSmartList(id);
        if (before === undefined) return null;
        await changeSmartList(id, { query });
        return {
          message: t('smartSearchChanged', before.name),
          undo: () => changeSmartList(id, { query: before.query }),
        };
      }),
    onRemoveSmartList: (id: string): void =>
      act(async () => {
        const removed = await removeSmartList(id);
        if (removed === null) return null;
        onLeft(`smart:${id}`);
        return { message: t('listRemoved', removed.name), undo: () => restoreSmartList(removed) };
      }),
    onRenameTag: (tag: string, name: string): void =>
      act(async () => {
        const undo = await renameTag(tag, name);
        onLeft(`tag:${tag}`);
        return { message: t('tagRenamed', tag, undo.name), undo: () => undoTagChange(undo) };
      }),
    onRemoveTag: (tag: string): void =>
      act(async () => {
        const undo = await removeTag(tag);
        onLeft(`tag:${tag}`);
        return { message: t('tagRemoved', tag), undo: () => undoTagChange(undo) };
      }),
    onMergePeople: (ids: string[]): void => decide(t('peopleMerged'), () => mergePeople(ids)),
    onRenamePerson: (id: string, name: string): void =>
      decide(t('personRenamed', name), () => renamePerson(id, name)),
    onNotPerson: (id: string, name: string): void =>
      decide(t('personRemoved', name), () => markNotPerson(id)),
    onPerson: (id: string, name: string): void => decide(t('personBack', name), () => markPerson(id)),
    onCorrectSpeaker: (articleId: string, quotes: readonly Quote[], correction: SpeakerCorrection): void =>
      act(async () => {
        const { correctInLibrary } = await import('../shared/quotes/correct-in-tab.ts');
        const takeBack = await correctInLibrary(articleId, quotes, correction);
        return { message: count('speakersCorrected', correction.indices.length), undo: takeBack };
      }),
    onSplitPerson: (key: string, name: string): void =>
      decide(t('personSplitDone', name), () => splitPerson(key)),
  };
}
