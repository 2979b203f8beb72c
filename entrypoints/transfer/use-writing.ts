import { useContext, useRef, useState } from 'preact/hooks';
import type { WriteState } from '../../components/transfer/Transfer.tsx';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import type { FileSink } from '../../utils/transfer/zip/zip-writer.ts';
import { saveFile } from '../shared/save-file.ts';
import { FileCollector } from './file-collector.ts';

const IDLE: WriteState = { writing: null, written: null, failure: null };

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
    setState({ ...IDLE, writing: { done: 0, total: 0 } });
    const collector = new FileCollector();
    try {
      const onProgress = (done: number, total: number): void =>
        setState({ ...IDLE, writing: { done, total } });
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
