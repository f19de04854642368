import { afterAll, beforeAll, describe, test } from 'vitest';
import { Editor, within } from './editor';

let editor: Editor;

beforeAll(async () => {
  editor = await Editor.start();
  await editor.open(await editor.sample());
  await editor.show('harbour-dredging.txt');
  await editor.page.waitForSelector('.view-line .mtku');
});

afterAll(() => editor?.stop());

const press = async (...keys: string[]) => {
  for (const key of keys) await editor.page.keyboard.press(key);
};

/** What a screen reader says of the row that has the keyboard, and whether there is more in it. */
const row = () =>
  editor.page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    const focused = id ? document.getElementById(id) : null;
    return { label: focused?.getAttribute('aria-label') ?? '', isClosed: focused?.getAttribute('aria-expanded') === 'false' };
  });

/** Goes down the tree that has the keyboard, opening what is closed, until a row's label is like that. */
async function down(label: RegExp): Promise<string> {
  const rows = editor.page.locator('.pane-body .monaco-list:focus .monaco-list-row');
  await rows.first().waitFor();
  await press('Home');
  const passed: string[] = [];
  for (let left = 60; left > 0; left--) {
    const here = await row();
    if (label.test(here.label)) return here.label;
    passed.push(here.label);
    if (here.isClosed) {
      // What is in it comes from the extension, and takes a moment.
      const before = await rows.count();
      await press('ArrowRight');
      await within(5, async () => (await rows.count()) > before);
    }
    await press('ArrowDown');
    if ((await row()).label === here.label) break;
  }
  throw new Error(`No row like ${label}, but ${passed.join(' | ')}`);
}

/** Calls an entry of the menu that belongs to the row that has the keyboard. */
async function menu(entry: string): Promise<void> {
  await press('Shift+F10');
  await editor.page.locator('.monaco-menu .action-label', { hasText: entry }).first().waitFor();
  const focused = editor.page.locator('.monaco-menu .action-item.focused');
  for (let left = 20; left > 0; left--) {
    if ((await focused.allTextContents()).includes(entry)) return press('Enter');
    await press('ArrowDown');
  }
  throw new Error(`The menu has no entry ${entry}`);
}

describe('Without a mouse', () => {
  test('a claim is found in its view and opened', async () => {
    await editor.command('QuoteTracker: Show the Claims');
    await down(/claim of Ruth Calloway/);
    await press('Enter');
    await editor.page.locator('.editor-instance .selected-text').first().waitFor();
  });

  test('a claim is checked from the view’s menu, and the view says it', async () => {
    await editor.command('QuoteTracker: Show the Claims');
    const before = await down(/^(?!Disputed)\w+: claim of /);
    const words = before.slice(before.indexOf('claim of'));
    await menu('Mark Claim as Disputed');
    await editor.page.waitForSelector('.quick-input-widget input');
    await editor.page.keyboard.type('her office rang');
    await press('Enter');
    await within(20, () => editor.page.getByLabel(`Disputed: ${words}`, { exact: true }).count());
  });

  test('the source of a claim is a menu’s entry away', async () => {
    await editor.command('QuoteTracker: Show the Claims');
    await down(/claim of Isla Drummond: Forty thousand|claim of Isla Drummond/);
    await menu('Open the Claim’s Source'.replace('’', "'"));
    await editor.page.waitForSelector('.tab.active[data-resource-name="emergency-session.txt"]');
  });

  test('a speaker’s entry is opened', async () => {
    await editor.command('QuoteTracker: Show the Speakers');
    await down(/^Isla Drummond, person/);
    await press('Enter');
    await editor.page.waitForSelector('.tab.active[data-resource-name="speakers.yaml"]');
  });

  test('claims are grouped another way', async () => {
    await editor.command('QuoteTracker: Group Claims by Status');
    await editor.command('QuoteTracker: Show the Claims');
    await down(/^Disputed: \d+ claims?/);
    await editor.command('QuoteTracker: Group Claims by Speaker');
  });
});
