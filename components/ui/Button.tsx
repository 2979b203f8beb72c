import type { ComponentProps } from 'preact';
import { useShortcutHints } from './hooks/use-shortcuts.ts';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'class' | 'title'> {
  /** Extra classes, in addition to the component's own. */
  class?: string | undefined;
  title?: string | undefined;
}

const joinClasses = (base: string, added: string | undefined): string =>
  added === undefined ? base : `${base} ${added}`;

/** A bordered button; `primary` fills it. */
export function Button({ primary = false, class: added, ...rest }: ButtonProps & { primary?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      class={joinClasses(primary ? 'button button--primary' : 'button', added)}
    />
  );
}

/** The main action of a screen or dialog. */
export const PrimaryButton = (props: ButtonProps) => <Button {...props} primary />;

/** The main action of a form. */
export const SubmitButton = (props: ButtonProps) => <Button {...props} primary type="submit" />;

/** A button that looks like a link. */
export function TextButton({ class: added, ...rest }: ButtonProps) {
  return <button type="button" {...rest} class={joinClasses('text-button', added)} />;
}

interface IconButtonProps extends ButtonProps {
  icon: IconName;
  filled?: boolean;
  /** The accessible name, and the tooltip if there is no `title`. */
  label: string;
  /** The single-key shortcut; shown in the tooltip unless the user has turned such shortcuts off. */
  shortcutKey?: string | undefined;
}

/** A button with an icon; `children`, if any, follow it. */
export function IconButton(props: IconButtonProps) {
  const { icon, filled = false, label, shortcutKey, title, class: added, children, ...rest } = props;
  const shortcutHints = useShortcutHints();
  return (
    <button
      type="button"
      {...rest}
      class={joinClasses('icon-button', added)}
      aria-label={label}
      title={title ?? (shortcutKey === undefined ? label : shortcutHints.tooltip(label, shortcutKey))}
      aria-keyshortcuts={shortcutKey === undefined ? undefined : shortcutHints.ariaShortcut(shortcutKey)}
    >
      <Icon name={icon} filled={filled} />
      {children}
    </button>
  );
}
