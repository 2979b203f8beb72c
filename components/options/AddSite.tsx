import { useId, useState } from 'preact/hooks';
import { siteKey } from '../../utils/settings/site-settings.ts';
import { useStrings } from '../ui/base/strings.ts';

/** A site's key out of what was typed: an address or a bare host; `''` where it is neither. */
export function readHost(typed: string): string {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return '';
  const host = siteKey(/^https?:/i.test(text) ? text : `https://${text}`);
  return host.includes('.') || host === 'localhost' ? host : '';
}

interface Props {
  /** Called with a site's key. */
  onAdd: (host: string) => void;
}

/** A field that takes a site by its name or any of its addresses. */
export function AddSite({ onAdd }: Props) {
  const { t } = useStrings();
  const wrong = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      class="site-add"
      onSubmit={(event) => {
        event.preventDefault();
        const host = readHost(typed);
        setWrong(host === '');
        if (host === '') return;
        onAdd(host);
        setTyped('');
      }}
    >
      <input
        class="text-field"
        value={typed}
        placeholder={t('optionsSitePlaceholder')}
        aria-label={t('optionsSiteAdd')}
        aria-invalid={isWrong}
        aria-describedby={wrong}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <button type="submit" class="button">
        {t('optionsSiteAdd')}
      </button>
      <span id={wrong} class="note note--bad" role="alert">
        {isWrong && t('optionsSiteInvalid')}
      </span>
    </form>
  );
}
