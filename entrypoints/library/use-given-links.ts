import { useRef, useState } from 'preact/hooks';
import { acceptsText, isInDialog } from '../../components/ui/hooks/use-shortcuts.ts';
import { hasLink } from '../../utils/transfer/import/split-links.ts';
import { useAbortableEffect } from '../shared/use-abortable-effect.ts';

/** Accepted types of dropped data. Articles of the library have an additional type. */
const KINDS = ['Files', 'text/uri-list', 'text/plain'];

/** Browsers repeat `dragover`; this long after the last one, the drag has left the page. */
const GONE_MS = 900;

interface Takers {
  onText: (text: string) => void;
  onFiles: (files: readonly File[]) => void;
}

/** Fields handle pasted and dropped text themselves, and the dialog has its own field. */
const isTaken = (event: Event): boolean => acceptsText(event.target) || isInDialog(event.target);

/**
 * Accepts text pasted outside of fields, and what is dropped on the page from elsewhere.
 *
 * @returns whether something is being dragged over the page
 */
export function useGivenLinks(takers: Takers): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(takers);
  latest.current = takers;
  useAbortableEffect((signal) => {
    const listen = <K extends keyof DocumentEventMap>(
      type: K,
      onEvent: (event: DocumentEventMap[K]) => void,
    ): void => document.addEventListener(type, onEvent, { signal });
    let isOwn = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      setOver(false);
    };
    const isWanted = (event: DragEvent): boolean =>
      !isOwn && !isTaken(event) && KINDS.some((kind) => event.dataTransfer?.types.includes(kind));

    listen('paste', (event) => {
      if (isTaken(event) || document.querySelector('dialog[open]') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!hasLink(text)) return;
      event.preventDefault();
      latest.current.onText(text);
    });
    // Rows and links of the library are dragged to its lists or to other programs.
    listen('dragstart', () => {
      isOwn = true;
    });
    listen('dragend', () => {
      isOwn = false;
    });
    listen('dragover', (event) => {
      if (!isWanted(event)) return;
      event.preventDefault();
      setOver(true);
      clearTimeout(timer);
      timer = setTimeout(end, GONE_MS);
    });
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) end();
    });
    listen('drop', (event) => {
      end();
      if (!isWanted(event) || event.dataTransfer === null) return;
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      if (files.length > 0) return latest.current.onFiles(files);
      const { dataTransfer } = event;
      latest.current.onText(dataTransfer.getData('text/uri-list') || dataTransfer.getData('text/plain'));
    });
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
  return isOver;
}
