import { useEffect, useRef, useState } from 'preact/hooks';

/** How far below the window a picture is fetched already. */
const AHEAD = '400px';

interface Props {
  imageId: string;
  /** Another number looks again, for a picture that has come meanwhile. */
  version: number;
  load: (imageId: string) => Promise<Blob | null>;
}

/** An article's picture in a list: loaded when it comes near, its place kept from the start. */
export function Thumbnail({ imageId, version, load }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    // A hidden frame would never come into view.
    setMissing(false);
    let made: string | null = null;
    let isGone = false;
    const show = async (): Promise<void> => {
      const blob = await load(imageId);
      if (isGone) return;
      setMissing(blob === null);
      if (blob === null) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    };
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        show().catch((error: unknown) => console.warn('offprint: no picture', error));
      },
      { rootMargin: AHEAD },
    );
    watch.observe(current);
    return () => {
      isGone = true;
      watch.disconnect();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [imageId, version, load]);
  return (
    <div class="thumbnail" ref={frame} hidden={isMissing}>
      {url !== null && <img src={url} alt="" decoding="async" />}
    </div>
  );
}
