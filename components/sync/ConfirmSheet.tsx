import { useId } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';

interface Props {
  title: string;
  text: string;
  /** What the button says that does it. */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more, before something that can't be undone. */
export function ConfirmSheet({ title, text, confirm, onConfirm, onClose }: Props) {
  const { t } = useStrings();
  const id = useId();
  return (
    <Sheet title={title} describedBy={id} onClose={onClose}>
      {(close) => (
        <>
          <p id={id} class="sync-ask">
            {text}
          </p>
          <p class="sync-form__buttons">
            <button
              type="button"
              class="button sync-danger"
              onClick={() => {
                onConfirm();
                close();
              }}
            >
              {confirm}
            </button>
            <button type="button" class="button" onClick={close}>
              {t('actionCancel')}
            </button>
          </p>
        </>
      )}
    </Sheet>
  );
}
