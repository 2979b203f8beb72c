import type { ComponentChildren } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import { PrimaryButton } from '../ui/Button.tsx';
import { PhoneContext } from '../ui/base/phone.ts';

interface Props {
  /** The text of the drop target; hidden on a phone, which has no drag and drop. */
  dropHint: string;
  /** The button's label. */
  label: string;
  /** Whether the file dialog allows only one file. */
  isSingle?: boolean;
  onFiles: (files: readonly File[]) => void;
  /** Content below the button. */
  children?: ComponentChildren;
}

/** A drop target for files, with a button that opens the file dialog. */
export function ChooseFiles({ dropHint, label, isSingle = false, onFiles, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isDragOver, setDragOver] = useState(false);
  const isPhone = useContext(PhoneContext);
  const handleFiles = (files: FileList | null | undefined): void => {
    const list = [...(files ?? [])];
    if (list.length > 0) onFiles(list);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an alternative to the button
    <div
      class="drop"
      data-over={isDragOver}
      onDragOver={(event) => {
        event.preventDefault();
        setDragOver(true);
      }}
      onDragLeave={() => setDragOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDragOver(false);
        handleFiles(event.dataTransfer?.files);
      }}
    >
      {!isPhone && <p class="drop__words">{dropHint}</p>}
      <PrimaryButton onClick={() => input.current?.click()}>{label}</PrimaryButton>
      {/* No `accept`: Chrome's bookmarks file has no extension, and formats are recognised by content. */}
      <input
        ref={input}
        type="file"
        multiple={!isSingle}
        class="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          handleFiles(event.currentTarget.files);
          // So that the same files can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {children}
    </div>
  );
}
