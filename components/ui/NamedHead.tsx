import type { ComponentChildren, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { IconButton, TextButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import { useReturnFocus } from './hooks/use-focus-back.ts';
import { NameField } from './NameField.tsx';
import { PageHead } from './PageHead.tsx';

interface NamedHeadProps {
  name: string;
  /** The label of the field in which the name is edited. */
  label: string;
  backLabel: string;
  onBack: () => void;
  onRename: (name: string) => void;
  /** Receives the heading, which can get the focus. */
  heading: RefObject<HTMLHeadingElement | null>;
  amount: ComponentChildren;
  /** What follows the button to rename. */
  tools: ComponentChildren;
}

/** The head of a page about something whose name can be edited in place. */
export function NamedHead({ name, heading, amount, tools, ...props }: NamedHeadProps) {
  const { t } = useStrings();
  const [isNaming, setNaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  useReturnFocus(isNaming || null, () => rename.current);
  return (
    <PageHead
      title={
        <div class="page-name">
          <IconButton icon="back" label={props.backLabel} onClick={props.onBack} />
          {isNaming ? (
            <NameField
              label={props.label}
              value={name}
              onName={(next) => {
                setNaming(false);
                props.onRename(next);
              }}
              onCancel={() => setNaming(false)}
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
          {!isNaming && (
            <TextButton ref={rename} onClick={() => setNaming(true)}>
              {t('personRename')}
            </TextButton>
          )}
          {tools}
        </>
      }
    />
  );
}
