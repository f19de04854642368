import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Editor, within } from './editor';

const pictures = fileURLToPath(new URL('../../images/', import.meta.url));
const themes = { dark: 'Dark Modern', light: 'Light Modern', 'high-contrast': 'Dark High Contrast' } as const;

let editor: Editor;

beforeAll(async () => {
  editor = await Editor.start({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
  await editor.open(await editor.sample());
  await editor.show('harbour-dredging.txt');
  await editor.page.waitForSelector('.view-line .mtku');
});

afterAll(() => editor?.stop());

/** The piece of the shown article that has these words. */
const piece = (words: string): Locator => editor.page.locator('.editor-instance .view-line span', { hasText: words }).last();

const line = (words: string) =>
  piece(words).evaluate(element => {
    const style = getComputedStyle(element);
    return { kind: style.textDecorationLine, form: style.textDecorationStyle, color: style.textDecorationColor };
  });

const picture = async (name: string) => (await quiet()) && editor.page.screenshot({ path: `${pictures}${name}.png`, animations: 'disabled' });

/** Whatever pops up or is selected does not belong into a picture. */
async function calm(): Promise<void> {
  await editor.page.mouse.move(2, 2);
  await editor.page.keyboard.press('Escape');
  await editor.page.waitForTimeout(400);
}

/** While extensions start, the status bar says so. */
const quiet = () => within(60, async () => (await editor.page.locator('.statusbar-item', { hasText: 'Activating Extensions' }).count()) === 0);

async function theme(name: keyof typeof themes): Promise<void> {
  await editor.page.keyboard.press('Control+K');
  await editor.page.keyboard.press('Control+T');
  await editor.pick(themes[name]);
  const kind = { dark: 'vs-dark', light: 'vs', 'high-contrast': 'hc-black' }[name];
  await editor.page.waitForSelector(`.monaco-workbench.${kind}`);
  await editor.page.waitForTimeout(600);
}

describe('As a reporter sees it', () => {
  test('attributed words are underlined, and in another form where they were checked', async () => {
    expect(await line('I found it, I reported it')).toMatchObject({ kind: 'underline', form: 'solid' });
    await within(20, async () => ['double', 'dashed'].includes((await line('I’m not suggesting')).form));
  });

  test('words that are nobody’s have a dotted line', async () => {
    await editor.show('gull.txt');
    await within(20, async () => (await line('he\u0027s the best thing to happen')).form === 'dotted');
    expect((await line('he\u0027s the best thing to happen')).color).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('a paragraph wraps', async () => {
    const height = await editor.page.locator('.editor-instance .view-line').evaluateAll(lines => lines.filter(each => each.getBoundingClientRect().height > 0).length);
    const numbered = await editor.page.locator('.editor-instance .margin-view-overlays .line-numbers').count();
    expect(height).toBeGreaterThan(numbered);
  });

  test('findings are in the Problems panel, and in the status bar the counts', async () => {
    await editor.show('harbour-dredging.txt');
    await editor.command('Problems: Focus on Problems View');
    await editor.page.waitForSelector('.markers-panel-container .monaco-list-row');
    const counts = await within(20, () => editor.page.locator('.statusbar-item[id*="quotetracker"]').getAttribute('aria-label'));
    expect(counts).toMatch(/QuoteTracker: \d+ quotations, \d+ unattributed/);
    await editor.page.keyboard.press('Control+1');
    await calm();
    await picture('article-dark');
    await theme('light');
    await picture('article-light');
    await theme('high-contrast');
    expect((await line('I found it, I reported it')).kind).toBe('underline');
    await picture('article-high-contrast');
    await theme('dark');
    await editor.command('View: Toggle Panel Visibility');
    await editor.page.keyboard.press('Control+1');
  });

  test('a hover says whose the words are', async () => {
    await piece('It was a mistake').hover();
    const hover = editor.page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: 'Brennick' }).first();
    await hover.waitFor();
    expect(await hover.textContent()).toContain('Nadia Brennick');
    await picture('hover-dark');
    await calm();
  });

  test('a name is shown behind a pronoun', async () => {
    const hint = editor.page.locator('.editor-instance .view-line span', { hasText: /^Ruth\sCalloway$/ }).first();
    await hint.waitFor();
    expect(await hint.isVisible()).toBe(true);
  });

  test('a fix is a key away', async () => {
    await editor.show('lighthouse.txt');
    const found = editor.page.locator('.peekview-widget', { hasText: 'Lindqist' });
    await within(30, async () => {
      await editor.command('QuoteTracker: Go to the Next Finding');
      await editor.page.waitForTimeout(300);
      return (await found.count()) > 0;
    });
    await editor.page.keyboard.press('Escape');
    await editor.page.keyboard.press('Control+.');
    const menu = editor.page.locator('.action-widget', { hasText: 'Write Margarethe Lindqvist' });
    await menu.waitFor();
    await picture('fix-dark');
    await calm();
  });

  test('the side bar lists claims and speakers, with labels for a screen reader', async () => {
    await editor.show('harbour-dredging.txt');
    await editor.command('View: Show QuoteTracker');
    // A mark beside what was checked; its shape tells what came of it.
    await editor.page.locator('.editor-instance .glyph-margin-widgets .cgmr').first().waitFor();
    const claim = editor.page.locator('.pane .monaco-list-row[aria-label*="claim of"], .pane .monaco-list-row[aria-label*=" open"]').first();
    await claim.waitFor();
    for (const row of ['Isla Drummond', 'Ruth Calloway']) {
      await editor.page.locator(`.pane .monaco-list-row[aria-label*="${row}: "]`).first().click();
    }
    const speaker = editor.page.locator('.pane .monaco-list-row[aria-label*="Ruth Calloway"]').last();
    await speaker.waitFor();
    expect(await speaker.getAttribute('aria-label')).toMatch(/Ruth Calloway, person, .*quotation/);
    await calm();
    await picture('claims-dark');
    await theme('light');
    await picture('claims-light');
    await theme('dark');
  });

  test('the registry counts how often each is quoted', async () => {
    await editor.command('QuoteTracker: Open the Registry of Speakers');
    await editor.page.locator('.codelens-decoration', { hasText: /quotations? in/ }).first().waitFor();
    await calm();
    await picture('registry-dark');
  });
});
