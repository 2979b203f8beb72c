import { useEffect, useRef, useState } from 'preact/hooks';
import type { TreatAs } from '../../utils/settings/schema.ts';
import { useStrings } from '../ui/base/strings.ts';
import './overrule.css';

/** The reader's word on a page or its site; null forgets it. */
export type OnOverrule = (scope: 'page' | 'site', treatAs: TreatAs | null) => void;

interface Props {
  /** True where the reader has decided already. */
  isSaid: boolean;
  onOverrule: OnOverrule;
}

/** On a page that was refused: the word for the whole site, and the way back to what Offprint thinks. */
export function OverruleRefused({ isSaid, onOverrule }: Props) {
  const { t } = useStrings();
  return (
    <p class="overrule">
      <button type="button" class="text-button" onClick={() => onOverrule('site', 'article')}>
        {t('overruleSiteYes')}
      </button>
      {isSaid && <Forget onOverrule={onOverrule} />}
    </p>
  );
}

/** On an article, quietly: the reader may say that it is none. */
export function OverruleArticle({ isSaid, onOverrule }: Props) {
  const { t } = useStrings();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // The popup's foot sticks to its lower edge and would cover what just opened.
  useEffect(() => {
    if (open) box.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <div class="overrule overrule--quiet" ref={box}>
      <button
        type="button"
        class="text-button"
        aria-expanded={open}
        aria-controls="overrule"
        onClick={() => setOpen(!open)}
      >
        {t(isSaid ? 'overruleYouSaid' : 'overruleAsk')}
      </button>
      {open && (
        <span class="overrule__choices" id="overrule">
          <button type="button" class="text-button" onClick={() => onOverrule('page', 'not-article')}>
            {t('overrulePageNo')}
          </button>
          <button type="button" class="text-button" onClick={() => onOverrule('site', 'not-article')}>
            {t('overruleSiteNo')}
          </button>
          {isSaid && <Forget onOverrule={onOverrule} />}
        </span>
      )}
    </div>
  );
}

function Forget({ onOverrule }: Pick<Props, 'onOverrule'>) {
  const { t } = useStrings();
  return (
    <button type="button" class="text-button" onClick={() => onOverrule('site', null)}>
      {t('overruleForget')}
    </button>
  );
}
