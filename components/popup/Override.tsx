import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verdict } from '../../utils/article/types.ts';
import type { TreatAs } from '../../utils/settings/schema.ts';
import { useStrings } from '../ui/base/strings.ts';
import { ManagedNote } from '../ui/ManagedNote.tsx';
import './override.css';

/** The user's word on a page or its site; null forgets it. */
export type OnOverride = (scope: 'page' | 'site', treatAs: TreatAs | null) => void;

interface Props {
  /** True where the user has decided already. */
  isSaid: boolean;
  onOverride: OnOverride;
}

/** On a page that was refused: the word for the whole site, and the way back to what Offprint thinks. */
export function OverrideRefused({ isSaid, onOverride }: Props) {
  const { t } = useStrings();
  return (
    <p class="override">
      <button type="button" class="text-button" onClick={() => onOverride('site', 'article')}>
        {t('overrideSiteYes')}
      </button>
      {isSaid && <Forget onOverride={onOverride} />}
    </p>
  );
}

interface ArticleProps extends Props {
  verdict?: Verdict | undefined;
  /** An organisation has the word on this site. */
  isManaged?: boolean;
}

/** On an article, quietly: why it was taken for one, and the user may say that it is none. */
export function OverrideArticle(props: ArticleProps) {
  const { verdict, isManaged = false, onOverride } = props;
  // The organisation's word reaches the page as the user's does.
  const isSaid = props.isSaid && !isManaged;
  const { t, number } = useStrings();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // The popup's foot sticks to its lower edge and would cover what just opened.
  useEffect(() => {
    if (open) box.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <div class="override override--quiet" ref={box}>
      <button
        type="button"
        class="text-button"
        aria-expanded={open}
        aria-controls="override"
        onClick={() => setOpen(!open)}
      >
        {t(isSaid ? 'overrideYouSaid' : 'overrideAsk')}
      </button>
      {open && (
        <span class="override__choices" id="override">
          {isManaged && <ManagedNote />}
          {verdict !== undefined && !isManaged && (
            <span class="override__why">{t(`why_${verdict.reason}`, number(verdict.count ?? 0))}</span>
          )}
          {!isManaged && (
            <>
              <button type="button" class="text-button" onClick={() => onOverride('page', 'not-article')}>
                {t('overridePageNo')}
              </button>
              <button type="button" class="text-button" onClick={() => onOverride('site', 'not-article')}>
                {t('overrideSiteNo')}
              </button>
            </>
          )}
          {isSaid && <Forget onOverride={onOverride} />}
        </span>
      )}
    </div>
  );
}

function Forget({ onOverride }: Pick<Props, 'onOverride'>) {
  const { t } = useStrings();
  return (
    <button type="button" class="text-button" onClick={() => onOverride('site', null)}>
      {t('overrideForget')}
    </button>
  );
}
