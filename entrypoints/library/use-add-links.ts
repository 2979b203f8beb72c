import { useEffect, useState } from 'preact/hooks';
import type { RailData } from '../../components/library/LibraryRail.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import {
  addLinks,
  finishedLinks,
  type LinksResult,
  undoAddLinks,
} from '../../utils/library/imports/add-links.ts';
import { dismissImport } from '../../utils/library/imports/import-jobs.ts';
import type { LibraryLocation } from '../../utils/library/lists/library-location.ts';
import type { LinkPreview } from '../../utils/library/view-types.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { hasLink } from '../../utils/transfer/import/split-links.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { useUndo } from '../shared/use-undo.ts';
import type { LinksDestination } from './AddLinksScreen.tsx';
import { useDroppedLinks } from './use-dropped-links.ts';

/** A running import, and the sentence shown when it was started. */
interface PendingImport {
  importId: string;
  sentence: string;
}

/** The list or tag that is open, to which links are added. @returns null if they are added to the inbox only */
export function findLinksDestination(place: LibraryLocation, rail: RailData | null): LinksDestination | null {
  if (place.screen !== 'articles') return null;
  const [kind, value] = [place.source.split(':', 1)[0], place.source.slice(place.source.indexOf(':') + 1)];
  if (kind === 'tag') return { place: { tag: value }, name: value };
  const list = kind === 'list' ? rail?.lists.find(({ list: { id } }) => id === value)?.list : undefined;
  return list === undefined ? null : { place: { listId: list.id }, name: list.name };
}

/** Adds addresses by a dialog, by pasting and by dropping, and reports the results. */
export function useAddLinks(
  { act, offer, appendToMessage }: Pick<ReturnType<typeof useUndo>, 'act' | 'offer' | 'appendToMessage'>,
  to: LinksDestination | null,
) {
  const { t, count, find } = useStrings();
  const [given, setGiven] = useState<string | null>(null);
  const [pending, setPending] = useState<readonly PendingImport[]>([]);
  const results = useLibrary(() => finishedLinks(pending.map(({ importId }) => importId)), [pending]);

  const showMessage = (sentence: string): void => {
    offer({ message: sentence, undo: null });
  };
  const removePending = (importId: string): void =>
    setPending((all) => all.filter((one) => one.importId !== importId));

  const finish = (
    { sentence }: PendingImport,
    { importId, stopped, textsFailed, why }: LinksResult,
  ): void => {
    removePending(importId);
    if (stopped !== null) showMessage(find(`transferError_${stopped}`) ?? t('transferError_failed'));
    else if (textsFailed > 0)
      appendToMessage(sentence, count('addLinksFailed', textsFailed, find(`importWhy_${why}`) ?? ''));
    else {
      // Removes the import from the import page, because there is nothing to report.
      dismissImport(importId).catch((error: unknown) => console.warn('offprint: import', error));
    }
  };
  useEffect(() => {
    for (const result of results ?? []) {
      const pendingImport = pending.find(({ importId }) => importId === result.importId);
      if (pendingImport !== undefined) finish(pendingImport, result);
    }
  }, [results]);

  const add = (links: LinkPreview['newLinks']): void =>
    act(async () => {
      const importId = await addLinks(links, t('addLinksName'), to?.place);
      const sentence =
        to === null ? count('addLinksAdded', links.length) : count('addLinksAddedTo', links.length, to.name);
      setPending((all) => [...all, { importId, sentence }]);
      // Not awaited, so that the message about the start is shown before that about the result. If this fails, the
      // background starts the import later.
      sendToBackground('transfer/wake', null).catch((error: unknown) =>
        console.warn('offprint: background', error),
      );
      return {
        message: sentence,
        undo: () => {
          removePending(importId);
          return undoAddLinks(importId, links);
        },
      };
    });

  const readFiles = async (files: readonly File[]): Promise<void> => {
    const { readLinkFiles } = await import('./AddLinksScreen.tsx');
    const read = await readLinkFiles(files);
    if ('text' in read) setGiven(read.text);
    else showMessage(t('addLinksNoList', read.refused));
  };

  const isOver = useDroppedLinks({
    onText: (text) => (hasLink(text) ? setGiven(text) : showMessage(t('addLinksNone'))),
    onFiles: (files) => {
      readFiles(files).catch((error: unknown) => {
        console.error('offprint: file', error);
        showMessage(t('transferError_failed'));
      });
    },
  });

  return { given, open: setGiven, close: () => setGiven(null), add, isOver };
}
