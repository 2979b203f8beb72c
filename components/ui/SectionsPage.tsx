import './base/base.css';
import type { ComponentChildren, RefObject } from 'preact';
import { type MessageKey, useStrings } from './base/strings.ts';
import { Logo } from './Logo.tsx';
import { PageHead } from './PageHead.tsx';
import '../library/library.css';
import '../library/rail.css';

interface SectionsPageProps {
  title: MessageKey;
  /** The accessible name of the list of sections. */
  navLabel: MessageKey;
  libraryHref: string;
  sections: readonly (readonly [id: string, title: MessageKey])[];
  /** List items before and after the links to the sections. */
  linkBefore?: ComponentChildren;
  linkAfter?: ComponentChildren;
  /** Extra classes of the `main` element. */
  class: string;
  contentRef?: RefObject<HTMLElement | null>;
  children: ComponentChildren;
}

/** A page with several sections and a sidebar that links to them. */
export function SectionsPage(props: SectionsPageProps) {
  const { t } = useStrings();
  return (
    <div class="library">
      <aside class="rail">
        <a class="rail__brand" href={props.libraryHref}>
          <Logo />
          {t('appName')}
        </a>
        <nav class="rail__nav" aria-label={t(props.navLabel)}>
          <ul class="rail__list">
            {props.linkBefore}
            {props.sections.map(([id, title]) => (
              <li key={id}>
                <a class="rail__link" href={`#${id}`}>
                  {t(title)}
                </a>
              </li>
            ))}
            {props.linkAfter}
          </ul>
        </nav>
      </aside>
      <main class={`library__main ${props.class}`} ref={props.contentRef ?? null}>
        <PageHead title={t(props.title)} />
        {props.children}
      </main>
    </div>
  );
}

interface SectionProps {
  id: string;
  title: MessageKey;
  text?: MessageKey;
  children: ComponentChildren;
}

export function Section({ id, title, text, children }: SectionProps) {
  const { t } = useStrings();
  return (
    <section class="options__section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(title)}</h2>
      {text !== undefined && <p class="options__text">{t(text)}</p>}
      {children}
    </section>
  );
}
