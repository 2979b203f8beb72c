import { useRef, useState } from 'preact/hooks';
import { acceptsText, isInDialog } from '../../components/ui/hooks/use-shortcuts.ts';
import { hasLink } from '../../utils/transfer/import/split-links.ts';
import { useAbortableEffect } from '../shared/use-abortable-effect.ts';

/** Accepted types of dropped data. */
const ACCEPTED_TYPES = ['Files', 'text/uri-list', 'text/plain'];

/** Browsers repeat `dragover`. If there has been none for this long, the drag has left the page. */
const DRAG_END_MS = 900;

interface LinkHandlers {
  onText: (text: string) => void;
  onFiles: (files: readonly File[]) => void;
}

/** Text fields handle pasted and dropped text themselves, as does the dialog. */
const isHandledElsewhere = (event: Event): boolean => acceptsText(event.target) || isInDialog(event.target);

/**
 * Handles links that are pasted outside of text fields, or dropped on the page from another window or program.
 *
 * @returns whether something is being dragged over the page
 */
export function useDroppedLinks(handlers: LinkHandlers): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(handlers);
  latest.current = handlers;
  useAbortableEffect((signal) => {
    const listenTo = <K extends keyof DocumentEventMap>(
      type: K,
      onEvent: (event: DocumentEventMap[K]) => void,
    ): void => document.addEventListener(type, onEvent, { signal });
    let isOwnDrag = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      setOver(false);
    };
    const isAccepted = (event: DragEvent): boolean =>
      !isOwnDrag &&
      !isHandledElsewhere(event) &&
      ACCEPTED_TYPES.some((kind) => event.dataTransfer?.types.includes(kind));

    listenTo('paste', (event) => {
      if (isHandledElsewhere(event) || document.querySelector('dialog[open]') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!hasLink(text)) return;
      event.preventDefault();
      latest.current.onText(text);
    });
    // Drags that start in this page are not links to be added.
    listenTo('dragstart', () => {
      isOwnDrag = true;
    });
    listenTo('dragend', () => {
      isOwnDrag = false;
    });
    listenTo('dragover', (event) => {
      if (!isAccepted(event)) return;
      event.preventDefault();
      setOver(true);
      clearTimeout(timer);
      timer = setTimeout(end, DRAG_END_MS);
    });
    listenTo('dragleave', (event) => {
      if (event.relatedTarget === null) end();
    });
    listenTo('drop', (event) => {
      end();
      if (!isAccepted(event) || event.dataTransfer === null) return;
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
