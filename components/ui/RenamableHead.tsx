import type { ComponentChildren, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { IconButton, TextButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import { useReturnFocus } from './hooks/use-return-focus.ts';
import { NameField } from './NameField.tsx';
import { PageHead } from './PageHead.tsx';

interface RenamableHeadProps {
  name: string;
  /** The label of the field in which the name is edited. */
  label: string;
  backLabel: string;
  onBack: () => void;
  onRename: (name: string) => void;
  /** Is set to the heading, which can be focused by script. */
  heading: RefObject<HTMLHeadingElement | null>;
  amount: ComponentChildren;
  /** Controls after the “Rename” button. */
  tools: ComponentChildren;
}

/** A page head with a title that can be edited in place. */
export function RenamableHead({ name, heading, amount, tools, ...props }: RenamableHeadProps) {
  const { t } = useStrings();
  const [isRenaming, setRenaming] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  useReturnFocus(isRenaming || null, () => renameButton.current);
  return (
    <PageHead
      title={
        <div class="page-name">
          <IconButton icon="back" label={props.backLabel} onClick={props.onBack} />
          {isRenaming ? (
            <NameField
              label={props.label}
              value={name}
              onSave={(newName) => {
                setRenaming(false);
                props.onRename(newName);
              }}
              onCancel={() => setRenaming(false)}
            />
          ) : (
            <h1 dir="auto" tabIndex={-1} ref={heading}>
              {name || t('untitled')}
            </h1>
          )}
        </div>
      }
      amount={amount}
      tools={
        <>
          {!isRenaming && (
            <TextButton ref={renameButton} onClick={() => setRenaming(true)}>
              {t('personRename')}
            </TextButton>
          )}
          {tools}
        </>
      }
    />
  );
}
