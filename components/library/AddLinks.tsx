import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LinkSurvey } from '../../utils/library/view-types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import './add-links.css';

/** How long the user must pause before the addresses are looked at, in ms. */
const PAUSE_MS = 250;

/** Lines that can't be taken, and articles that are here, named one by one. */
const NAMED = 4;

interface Props {
  /** What was pasted or dropped; `''` where the user is going to type. */
  text: string;
  /** The list or the tag that they get, by name; null where they go to the inbox alone. */
  to: { list: string } | { tag: string } | null;
  survey: (text: string) => Promise<LinkSurvey>;
  hrefOf: (articleId: string) => string;
  onAdd: (links: LinkSurvey['fresh']) => void;
  onClose: () => void;
}

/** Adds addresses, one or many; says before what is new, what is here, and what is no address. */
export function AddLinks({ text: given, to, survey, hrefOf, onAdd, onClose }: Props) {
  const { t, count } = useStrings();
  const [text, setText] = useState(given);
  const [found, setFound] = useState<LinkSurvey | null>(null);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isEmpty = text.trim() === '';
  const fresh = found?.fresh.length ?? 0;
  const where = ((): string => {
    if (to === null) return t('addLinksToInbox');
    return 'list' in to ? t('addLinksToList', to.list) : t('addLinksToTag', to.tag);
  })();

  // What was pasted is there: one key adds it.
  // Before it is seen: what is typed at once must not be lost.
  useLayoutEffect(() => (given === '' ? field.current : add.current)?.focus(), []);
  useEffect(() => {
    setFound(null);
    if (isEmpty) return;
    let isGone = false;
    const look = (): void => {
      survey(text)
        .then((next) => !isGone && setFound(next))
        .catch((error: unknown) => console.error('offprint: addresses not looked at', error));
    };
    const timer = setTimeout(look, text === given ? 0 : PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [text]);

  return (
    <Sheet title={t('addLinks')} look="add-links" onClose={onClose}>
      {(close) => {
        // Somebody may be faster than the look.
        const submit = async (event: Event): Promise<void> => {
          event.preventDefault();
          const known = found ?? (await survey(text));
          setFound(isEmpty ? null : known);
          setTried(true);
          if (known.fresh.length === 0) return field.current?.focus();
          onAdd(known.fresh);
          close();
        };
        const onSubmit = (event: Event): void => {
          submit(event).catch((error: unknown) => console.error('offprint: addresses not added', error));
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
                setTried(false);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit(event);
              }}
            />
            <div class="add-links__say" role="status">
              {found !== null && <Found found={found} hrefOf={hrefOf} />}
              {isTried && fresh === 0 && (isEmpty || found !== null) && (
                <p class="add-links__bad">
                  {t(found !== null && found.here.length > 0 ? 'addLinksAllHere' : 'addLinksNone')}
                </p>
              )}
            </div>
            <p class="note" id={`${id}-hint`}>
              {where} {t('addLinksHint')}
            </p>
            <div class="add-links__end">
              <button type="button" class="button" onClick={close}>
                {t('actionCancel')}
              </button>
              <button type="submit" class="button button--primary" ref={add}>
                {fresh === 0 ? t('addLinksAdd') : count('addLinksAddMany', fresh)}
              </button>
            </div>
          </form>
        );
      }}
    </Sheet>
  );
}

function Found({ found, hrefOf }: { found: LinkSurvey } & Pick<Props, 'hrefOf'>) {
  const { t, count, find } = useStrings();
  const { fresh, here, twice, failures } = found;
  return (
    <ul class="add-links__found">
      {fresh.length > 0 && <li>{count('importFresh', fresh.length)}</li>}
      {here.length > 0 && (
        <li>
          {count('importHere', here.length)}
          <ul class="add-links__named">
            {here.slice(0, NAMED).map((article) => (
              <li key={article.id}>
                <a href={hrefOf(article.id)} dir="auto">
                  {article.title || t('untitled')}
                </a>
              </li>
            ))}
          </ul>
        </li>
      )}
      {twice > 0 && <li>{count('addLinksTwice', twice)}</li>}
      {failures.length > 0 && (
        <li class="add-links__bad">
          {count('importBad', failures.length)}
          <ul class="add-links__named">
            {failures.slice(0, NAMED).map(({ at, why, url, title }) => (
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
