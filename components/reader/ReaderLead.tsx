import { useRef } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';

interface Props {
  url: string;
  onPicture: (image: HTMLImageElement) => void;
}

/** The picture above the text, which can be looked at larger as those in it. */
export function ReaderLead({ url, onPicture }: Props) {
  const { t } = useStrings();
  const image = useRef<HTMLImageElement>(null);
  return (
    <figure class="reader__lead">
      <button
        type="button"
        class="reader__lead-zoom"
        aria-label={t('readerZoom')}
        onClick={() => image.current !== null && onPicture(image.current)}
      >
        <img src={url} alt="" ref={image} />
      </button>
    </figure>
  );
}
