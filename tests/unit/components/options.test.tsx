// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Options } from '../../../components/Options.tsx';
import { readHost } from '../../../components/SiteTable.tsx';
import { optionsProps } from './gallery/options-cases.ts';
import { show } from './render.tsx';

it('switches a kind of clutter', async () => {
  const onClutter = vi.fn();
  const options = await show(<Options {...optionsProps({ onClutter })} />);
  await options.click(/^Comments/);
  expect(onClutter).toHaveBeenCalledWith('comments', true);
  await options.click(/^Newsletter forms/);
  expect(onClutter).toHaveBeenCalledWith('newsletter-form', false);
});

it('adds a site, forgets a site, and says when it is none', async () => {
  const onSite = vi.fn();
  const options = await show(<Options {...optionsProps({ onSite })} />);
  await options.type('Add a site', 'not a site');
  await options.click(/^Add a site$/);
  const submit = async (): Promise<void> => {
    options.root.querySelector('form')?.requestSubmit();
    await options.press('Shift');
  };
  await submit();
  expect(onSite).not.toHaveBeenCalled();
  expect(options.text()).toContain('This is not the name of a site.');
  await options.type('Add a site', 'https://www.lantern.example/news');
  await submit();
  expect(onSite).toHaveBeenCalledWith('lantern.example', { off: true });
  await options.click('Remove courier.example');
  expect(onSite).toHaveBeenLastCalledWith('courier.example', null);
  expect(options.announced()).toBe('courier.example removed');
});

it('reads a host out of whatever is typed', () => {
  expect(readHost(' www.courier.example ')).toBe('courier.example');
  expect(readHost('http://courier.example:8080/a?b')).toBe('courier.example');
  expect(readHost('courier')).toBe('');
  expect(readHost('')).toBe('');
});

it('says in plain words what may be read, and asks for more only on a click', async () => {
  const onAccess = vi.fn();
  const options = await show(
    <Options {...optionsProps({ onAccess, access: { everywhere: false, canDrop: true } })} />,
  );
  expect(options.text()).toContain('Offprint reads a page only when you click it');
  expect(onAccess).not.toHaveBeenCalled();
  await options.click('Allow on all sites');
  expect(onAccess).toHaveBeenCalledWith(true);
});

it('shows the keys and where to change them', async () => {
  const options = await show(<Options {...optionsProps({ onChangeShortcuts: null })} />);
  expect(options.text()).toContain('Alt+Shift+O');
  expect(options.text()).toContain('not set');
  expect(options.text()).toContain('Manage extension shortcuts');
});
