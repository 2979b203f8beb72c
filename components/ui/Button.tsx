import type { ComponentProps } from 'preact';
import { useKeyNames } from './hooks/use-shortcuts.ts';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'class' | 'title'> {
  /** Added to the button's own class. */
  class?: string | undefined;
  title?: string | undefined;
}

const withClass = (own: string, added: string | undefined): string =>
  added === undefined ? own : `${own} ${added}`;

/** A button with a frame. */
export function Button({ primary = false, class: added, ...rest }: ButtonProps & { primary?: boolean }) {
  return (
    <button type="button" {...rest} class={withClass(primary ? 'button button--primary' : 'button', added)} />
  );
}

/** The main action of a screen or dialog. */
export const PrimaryButton = (props: ButtonProps) => <Button {...props} primary />;

/** The main action of a form. */
export const SubmitButton = (props: ButtonProps) => <Button {...props} primary type="submit" />;

/** A button that looks like a link. */
export function TextButton({ class: added, ...rest }: ButtonProps) {
  return <button type="button" {...rest} class={withClass('text-button', added)} />;
}

interface IconButtonProps extends ButtonProps {
  icon: IconName;
  filled?: boolean;
  /** The accessible name, and the tooltip if there is no `title`. */
  label: string;
  /** The single-key shortcut, named in the tooltip unless the user has turned such shortcuts off. */
  keys?: string | undefined;
}

/** A button with an icon, and usually nothing else. */
export function IconButton(props: IconButtonProps) {
  const { icon, filled = false, label, keys, title, class: added, children, ...rest } = props;
  const keyNames = useKeyNames();
  return (
    <button
      type="button"
      {...rest}
      class={withClass('icon-button', added)}
      aria-label={label}
      title={title ?? (keys === undefined ? label : keyNames.title(label, keys))}
      aria-keyshortcuts={keys === undefined ? undefined : keyNames.of(keys)}
    >
      <Icon name={icon} filled={filled} />
      {children}
    </button>
  );
}
