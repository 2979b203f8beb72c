import type { AnchorHTMLAttributes, ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { type MessageKey, useStrings } from './base/strings.ts';
import './empty.css';

interface PageHeadProps {
  /** The name of the page, or what stands in its place while it is edited. */
  title: ComponentChildren;
  /** How much there is; an absent one takes no space. */
  amount?: ComponentChildren;
  /** Search field, buttons and menus. */
  tools?: ComponentChildren;
}

/** The head of a page in the style of the library. */
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

interface EmptyPageProps {
  title: string;
  /** Explains what will appear here; a string is a paragraph. */
  children?: ComponentChildren;
}

/** Stands where a list would be, if there is nothing to list. */
export function EmptyPage({ title, children }: EmptyPageProps) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </section>
  );
}

interface NotFoundProps {
  /** The name of the list. */
  list: MessageKey;
  message: MessageKey;
  backLabel: MessageKey;
  onBack: () => void;
}

/** Shown if the requested entry of a list does not exist any more. */
export function PageNotFound({ list, message, backLabel, onBack }: NotFoundProps) {
  const { t } = useStrings();
  return (
    <>
      <PageHead title={t(list)} />
      <EmptyPage title={t(message)}>
        <Button onClick={onBack}>{t(backLabel)}</Button>
      </EmptyPage>
    </>
  );
}

interface PageLinkProps extends Omit<AnchorHTMLAttributes, 'href' | 'onClick' | 'role'> {
  href: string;
  /** Opens it without loading a page; not called if the user wants a new tab or window. */
  onGo: () => void;
}

/** A link to a place within the page that is shown. */
export function PageLink({ href, onGo, ...rest }: PageLinkProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onGo();
      }}
    />
  );
}
