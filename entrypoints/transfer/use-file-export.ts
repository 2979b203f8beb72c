import { useContext, useRef, useState } from 'preact/hooks';
import type { WriteState } from '../../components/transfer/transfer-types.ts';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import type { FilePart, FileSink } from '../../utils/transfer/zip/zip-writer.ts';
import { saveFile } from '../shared/save-file.ts';

/** When pending parts reach this size, they are combined into a blob, which the browser may store on disk. */
const CHUNK_BYTES = 16 * 2 ** 20;

/** Collects the parts of a file without keeping the whole file in memory. */
class FileCollector {
  #parts: FilePart[] = [];
  #pendingBytes = 0;
  #blobs: Blob[] = [];

  readonly sink = (part: FilePart): void => {
    this.#parts.push(part);
    this.#pendingBytes += part instanceof Blob ? 0 : part.length;
    if (this.#pendingBytes < CHUNK_BYTES) return;
    this.#blobs.push(new Blob(this.#parts));
    this.#parts = [];
    this.#pendingBytes = 0;
  };

  /** @param type media type of the file */
  finish(type: string): Blob {
    return new Blob([...this.#blobs, ...this.#parts], { type });
  }
}

const IDLE: WriteState = { progress: null, written: null, failure: null };

interface Writer {
  write: (
    sink: FileSink,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<{ articles: number; name: string; type: string }>;
}

/** Writes a file, reports the progress, and saves it to the downloads. Only one file at a time. */
export function useFileExport() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [state, setState] = useState<WriteState>(IDLE);
  const controller = useRef<AbortController | null>(null);

  const start = async ({ write }: Writer): Promise<boolean> => {
    if (controller.current !== null) return false;
    const ownController = new AbortController();
    controller.current = ownController;
    setState({ ...IDLE, progress: { done: 0, total: 0 } });
    const collector = new FileCollector();
    try {
      const onProgress = (done: number, total: number): void =>
        setState({ ...IDLE, progress: { done, total } });
      const { articles, name, type } = await write(collector.sink, onProgress, ownController.signal);
      const file = collector.finish(type);
      saveFile(file, name);
      setState({ ...IDLE, written: { fileName: name, articles, bytes: file.size } });
      return true;
    } catch (error) {
      if (ownController.signal.aborted) {
        setState(IDLE);
        return false;
      }
      console.error('offprint: not written', error);
      setState({ ...IDLE, failure: t('exportFailed') });
      announce(t('exportFailed'));
      return false;
    } finally {
      controller.current = null;
    }
  };

  return { state, start, cancel: () => controller.current?.abort() };
}
