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
import type { LinksTo } from './AddLinksScreen.tsx';
import { useGivenLinks } from './use-given-links.ts';

/** A running import, and the sentence shown when it began. */
interface Begun {
  importId: string;
  sentence: string;
}

/** @returns null if they are added to the inbox only */
export function linksTo(place: LibraryLocation, rail: RailData | null): LinksTo | null {
  if (place.screen !== 'articles') return null;
  const [kind, value] = [place.source.split(':', 1)[0], place.source.slice(place.source.indexOf(':') + 1)];
  if (kind === 'tag') return { place: { tag: value }, name: value };
  const list = kind === 'list' ? rail?.lists.find(({ list: { id } }) => id === value)?.list : undefined;
  return list === undefined ? null : { place: { listId: list.id }, name: list.name };
}

/** Adds addresses: the dialog, pasted and dropped text, and the results. */
export function useAddLinks(
  { act, offer, appendToMessage }: Pick<ReturnType<typeof useUndo>, 'act' | 'offer' | 'appendToMessage'>,
  to: LinksTo | null,
) {
  const { t, count, find } = useStrings();
  const [given, setGiven] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<readonly Begun[]>([]);
  const ended = useLibrary(() => finishedLinks(waiting.map(({ importId }) => importId)), [waiting]);

  const say = (sentence: string): void => {
    offer({ message: sentence, undo: null });
  };
  const forget = (importId: string): void =>
    setWaiting((all) => all.filter((one) => one.importId !== importId));

  const finish = ({ sentence }: Begun, { importId, stopped, textsFailed, why }: LinksResult): void => {
    forget(importId);
    if (stopped !== null) say(find(`transferError_${stopped}`) ?? t('transferError_failed'));
    else if (textsFailed > 0)
      appendToMessage(sentence, count('addLinksFailed', textsFailed, find(`importWhy_${why}`) ?? ''));
    else {
      // The import page has nothing to report about it.
      dismissImport(importId).catch((error: unknown) => console.warn('offprint: import', error));
    }
  };
  useEffect(() => {
    for (const end of ended ?? []) {
      const begun = waiting.find(({ importId }) => importId === end.importId);
      if (begun !== undefined) finish(begun, end);
    }
  }, [ended]);

  const add = (links: LinkPreview['newLinks']): void =>
    act(async () => {
      const importId = await addLinks(links, t('addLinksName'), to?.place);
      const sentence =
        to === null ? count('addLinksAdded', links.length) : count('addLinksAddedTo', links.length, to.name);
      setWaiting((all) => [...all, { importId, sentence }]);
      // A stopped background checks later by itself. Not awaited, so that the result is shown after the beginning.
      sendToBackground('transfer/wake', null).catch((error: unknown) =>
        console.warn('offprint: background', error),
      );
      return {
        message: sentence,
        undo: () => {
          forget(importId);
          return undoAddLinks(importId, links);
        },
      };
    });

  const readFiles = async (files: readonly File[]): Promise<void> => {
    const { readLinkFiles } = await import('./AddLinksScreen.tsx');
    const read = await readLinkFiles(files);
    if ('text' in read) setGiven(read.text);
    else say(t('addLinksNoList', read.refused));
  };

  const isOver = useGivenLinks({
    onText: (text) => (hasLink(text) ? setGiven(text) : say(t('addLinksNone'))),
    onFiles: (files) => {
      readFiles(files).catch((error: unknown) => {
        console.error('offprint: file', error);
        say(t('transferError_failed'));
      });
    },
  });

  return { given, open: setGiven, close: () => setGiven(null), add, isOver };
}
