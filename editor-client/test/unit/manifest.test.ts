import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Manifest {
  icon: string;
  capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] } };
  contributes: {
    commands: { command: string; title: string; icon?: string }[];
    menus: Record<string, { command?: string; submenu?: string; when?: string }[]>;
    configuration: { title: string; properties: Record<string, { default: unknown; description?: string; markdownDescription?: string }> }[];
    views: Record<string, { id: string; when?: string; accessibilityHelpContent?: string }[]>;
    walkthroughs: { steps: { description: string; media: { image: string; altText: string } }[] }[];
    colors: { defaults: Record<string, string> }[];
  };
}

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Manifest;
const { commands, menus, configuration, views, walkthroughs, colors } = manifest.contributes;
const known = new Set(commands.map(({ command }) => command));

test('each command has a title, an icon and a place in the palette that says when', () => {
  expect(commands.filter(({ title, icon }) => !title || !icon)).toEqual([]);
  expect(menus['commandPalette']!.filter(({ when }) => when).map(({ command }) => command).sort()).toEqual([...known].sort());
});

test('menus and walkthroughs name commands that there are', () => {
  const named = Object.values(menus).flat().flatMap(({ command }) => command ?? []);
  const linked = walkthroughs.flatMap(({ steps }) => steps.flatMap(({ description }) => [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command!)));
  expect([...named, ...linked].filter(command => !known.has(command) && !command.endsWith('.focus'))).toEqual([]);
});

test('pictures are there, and are described', () => {
  const media = walkthroughs.flatMap(({ steps }) => steps.map(step => step.media));
  expect([manifest.icon, ...media.map(({ image }) => image)].filter(path => !existsSync(at(path)))).toEqual([]);
  expect(media.every(({ altText }) => altText.length > 10)).toBe(true);
});

test('the README shows pictures that are there', () => {
  const pictures = [...readFileSync(at('README.md'), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path!);
  expect(pictures.length).toBeGreaterThan(2);
  expect(pictures.filter(path => !existsSync(at(path)))).toEqual([]);
});

test('the extension’s own settings are as settings.json has them', () => {
  expect(configuration.slice(1)).toEqual(JSON.parse(readFileSync(at('settings.json'), 'utf8'))); // else: npm run settings
});

test('the README lists each setting with its default', () => {
  const rows = new Map([...readFileSync(at('README.md'), 'utf8').matchAll(/^\| `(quotetracker\.[\w.]+)` \| (?:`([^`]*)`)? ?\|/gm)].map(([, name, value]) => [name, value ?? '']));
  const settings = configuration.flatMap(({ properties }) => Object.entries(properties).map(([name, { default: value }]) => [name, String(value)]));
  expect([...rows].sort()).toEqual(settings.sort());
});

test('each setting is described, and what names a program is off where a folder is not trusted', () => {
  const properties = configuration.flatMap(section => Object.entries(section.properties));
  expect(properties.filter(([, { description, markdownDescription }]) => !description && !markdownDescription)).toEqual([]);
  const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  expect([supported, restrictedConfigurations]).toEqual(['limited', ['quotetracker.server.path']]);
});

test('colours are given for all kinds of themes', () => {
  expect(colors.filter(({ defaults }) => Object.keys(defaults).sort().join() !== 'dark,highContrast,highContrastLight,light')).toEqual([]);
});

test('views are there only in a newsroom, and explain themselves to a screen reader', () => {
  const all = Object.values(views).flat();
  expect(all.filter(({ when, accessibilityHelpContent }) => when !== 'quotetracker.active' || !accessibilityHelpContent)).toEqual([]);
});
