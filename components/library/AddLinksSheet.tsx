import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LinkPreview } from '../../utils/library/view-types.ts';
import { Button, SubmitButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useAsyncValue } from '../ui/hooks/use-async-value.ts';
import { Sheet } from '../ui/Sheet.tsx';
import './add-links.css';

/** Debounce delay before the links are checked. */
const CHECK_DELAY_MS = 250;

/** Maximum number of saved links, and of invalid ones, that are listed. */
const MAX_LISTED = 4;

interface Props {
  /** The pasted or dropped text; `''` to start with an empty field. */
  text: string;
  /** The name of the list or tag that the articles are added to besides the inbox, or null. */
  destination: { list: string } | { tag: string } | null;
  checkLinks: (text: string) => Promise<LinkPreview>;
  hrefOf: (articleId: string) => string;
  onAdd: (links: LinkPreview['newLinks']) => void;
  onClose: () => void;
}

/** A sheet for adding links. Shows which of them are new, already saved or invalid. */
export function AddLinksSheet({ text: initialText, destination, checkLinks, hrefOf, onAdd, onClose }: Props) {
  const { t, count } = useStrings();
  const [text, setText] = useState(initialText);
  const [isSubmitted, setSubmitted] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isEmpty = text.trim() === '';
  const preview = useAsyncValue(isEmpty ? null : text, checkLinks, text === initialText ? 0 : CHECK_DELAY_MS);
  const newCount = preview?.newLinks.length ?? 0;
  const destinationText = ((): string => {
    if (destination === null) return t('addLinksToInbox');
    return 'list' in destination
      ? t('addLinksToList', destination.list)
      : t('addLinksToTag', destination.tag);
  })();

  // Enter adds pasted links. A layout effect, so that no early key press is lost.
  useLayoutEffect(() => (initialText === '' ? field.current : addButton.current)?.focus(), []);

  return (
    <Sheet title={t('addLinks')} className="add-links" onClose={onClose}>
      {(close) => {
        // The user may submit before the check has run.
        const submit = async (event: Event): Promise<void> => {
          event.preventDefault();
          const checked = preview ?? (await checkLinks(text));
          setSubmitted(true);
          if (checked.newLinks.length === 0) return field.current?.focus();
          onAdd(checked.newLinks);
          close();
        };
        const onSubmit = (event: Event): void => {
          submit(event).catch((error: unknown) => console.error('offprint: links not added', error));
        };
        return (
          <form class="add-links__form" onSubmit={onSubmit}>
            <label for={`${id}-field`}>{t('addLinksField')}</label>
            <textarea
              id={`${id}-field`}
              ref={field}
              class="add-links__field"
              aria-describedby={`${id}-hint`}
              rows={5}
              dir="ltr"
              spellcheck={false}
              autocapitalize="off"
              placeholder="https://"
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setSubmitted(false);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit(event);
              }}
            />
            <div class="add-links__say" role="status">
              {preview !== null && <LinkPreviewList preview={preview} hrefOf={hrefOf} />}
              {isSubmitted && newCount === 0 && (isEmpty || preview !== null) && (
                <p class="add-links__bad">
                  {t(preview !== null && preview.existing.length > 0 ? 'addLinksAllHere' : 'addLinksNone')}
                </p>
              )}
            </div>
            <p class="note" id={`${id}-hint`}>
              {destinationText} {t('addLinksHint')}
            </p>
            <div class="add-links__end">
              <Button onClick={close}>{t('actionCancel')}</Button>
              <SubmitButton ref={addButton}>
                {newCount === 0 ? t('addLinksAdd') : count('addLinksAddMany', newCount)}
              </SubmitButton>
            </div>
          </form>
        );
      }}
    </Sheet>
  );
}

function LinkPreviewList({ preview, hrefOf }: { preview: LinkPreview } & Pick<Props, 'hrefOf'>) {
  const { t, count, find } = useStrings();
  const { newLinks, existing, duplicates, failures } = preview;
  return (
    <ul class="add-links__found">
      {newLinks.length > 0 && <li>{count('importFresh', newLinks.length)}</li>}
      {existing.length > 0 && (
        <li>
          {count('importHere', existing.length)}
          <ul class="add-links__named">
            {existing.slice(0, MAX_LISTED).map((article) => (
              <li key={article.id}>
                <a href={hrefOf(article.id)} dir="auto">
                  {article.title || t('untitled')}
                </a>
              </li>
            ))}
          </ul>
        </li>
      )}
      {duplicates > 0 && <li>{count('addLinksTwice', duplicates)}</li>}
      {failures.length > 0 && (
        <li class="add-links__bad">
          {count('importBad', failures.length)}
          <ul class="add-links__named">
            {failures.slice(0, MAX_LISTED).map(({ at, why, url, title }) => (
              <li key={at}>
                <bdi>{title || url}</bdi> · {find(`importWhy_${why}`)}
              </li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  );
}
