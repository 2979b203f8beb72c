import { useContext, useRef, useState } from 'preact/hooks';
import type { WriteState } from '../../components/transfer/transfer-types.ts';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import type { FilePart, FileSink } from '../../utils/transfer/zip/zip-writer.ts';
import { saveFile } from '../shared/save-file.ts';

/** Size in bytes at which pieces are combined into a blob, which the browser may store on disk. */
const PIECE = 16 * 2 ** 20;

/** Collects a file written in pieces without holding it in the page's memory. */
class FileCollector {
  #parts: FilePart[] = [];
  #loose = 0;
  #done: Blob[] = [];

  readonly sink = (part: FilePart): void => {
    this.#parts.push(part);
    this.#loose += part instanceof Blob ? 0 : part.length;
    if (this.#loose < PIECE) return;
    this.#done.push(new Blob(this.#parts));
    this.#parts = [];
    this.#loose = 0;
  };

  /** @param type media type of the file */
  finish(type: string): Blob {
    return new Blob([...this.#done, ...this.#parts], { type });
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

/** Writes a file, reports the progress, and saves it. One at a time. */
export function useWriting() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [state, setState] = useState<WriteState>(IDLE);
  const life = useRef<AbortController | null>(null);

  const start = async ({ write }: Writer): Promise<boolean> => {
    if (life.current !== null) return false;
    const own = new AbortController();
    life.current = own;
    setState({ ...IDLE, progress: { done: 0, total: 0 } });
    const collector = new FileCollector();
    try {
      const onProgress = (done: number, total: number): void =>
        setState({ ...IDLE, progress: { done, total } });
      const { articles, name, type } = await write(collector.sink, onProgress, own.signal);
      const file = collector.finish(type);
      saveFile(file, name);
      setState({ ...IDLE, written: { fileName: name, articles, bytes: file.size } });
      return true;
    } catch (error) {
      if (own.signal.aborted) {
        setState(IDLE);
        return false;
      }
      console.error('offprint: not written', error);
      setState({ ...IDLE, failure: t('exportFailed') });
      announce(t('exportFailed'));
      return false;
    } finally {
      life.current = null;
    }
  };

  return { state, start, cancel: () => life.current?.abort() };
}
