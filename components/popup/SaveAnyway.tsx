import type { ComponentChildren } from 'preact';
import { SaveActions, type SaveActionsProps } from './SaveActions.tsx';

/** Saving a page that is no article; absent or null until it is known whether it is saved. */
export type SavingAnyway =
  | Omit<SaveActionsProps, 'isPreview' | 'hasQuotes' | 'onAllQuotes'>
  | null
  | undefined;

/** Save this page anyway, beside the other buttons. */
export function SaveAnyway({ saving, beside }: { saving: SavingAnyway; beside: ComponentChildren }) {
  if (saving == null) return <div class="save-actions save-actions__row">{beside}</div>;
  return (
    <SaveActions
      {...saving}
      isPreview={false}
      hasQuotes={false}
      onAllQuotes={() => undefined}
      isAnyway
      beside={beside}
    />
  );
}
