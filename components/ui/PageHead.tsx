import type { AnchorHTMLAttributes, ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { type MessageKey, useStrings } from './base/strings.ts';
import './empty.css';

interface PageHeadProps {
  /** The page's title: a string, which becomes the `h1`, or an element that contains the heading. */
  title: ComponentChildren;
  /** The number of entries, as text. */
  amount?: ComponentChildren;
  /** Search field, buttons and menus. */
  tools?: ComponentChildren;
}

/** The head of a page: title, amount and tools. */
export function PageHead({ title, amount, tools }: PageHeadProps) {
  return (
    <>
      <header class="library__head">
        {typeof title === 'string' ? <h1>{title}</h1> : title}
        {amount !== undefined && <p class="library__amount">{amount}</p>}
        {tools !== undefined && <div class="library__tools">{tools}</div>}
      </header>
      <div class="scotch" />
    </>
  );
}

interface EmptyStateProps {
  title: string;
  /** Explains what will appear here; a string becomes a paragraph. */
  children?: ComponentChildren;
}

/** Shown instead of an empty list. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </section>
  );
}

interface NotFoundProps {
  /** The title of the list's page. */
  listTitle: MessageKey;
  message: MessageKey;
  backLabel: MessageKey;
  onBack: () => void;
}

/** Shown if the requested entry of a list does not exist, for example because it was deleted. */
export function PageNotFound({ listTitle, message, backLabel, onBack }: NotFoundProps) {
  const { t } = useStrings();
  return (
    <>
      <PageHead title={t(listTitle)} />
      <EmptyState title={t(message)}>
        <Button onClick={onBack}>{t(backLabel)}</Button>
      </EmptyState>
    </>
  );
}

interface PageLinkProps extends Omit<AnchorHTMLAttributes, 'href' | 'onClick' | 'role'> {
  href: string;
  /** Navigates without loading a page. Not called for clicks with Ctrl, Cmd or Shift (new tab or window). */
  onNavigate: () => void;
}

/** A link to another view of the current page (client-side navigation). */
export function PageLink({ href, onNavigate, ...rest }: PageLinkProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onNavigate();
      }}
    />
  );
}
