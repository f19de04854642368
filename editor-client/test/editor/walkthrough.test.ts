import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Editor, within } from './editor';

let editor: Editor;

afterAll(() => editor?.stop());

const step = (page: Page, id: string) => page.locator(`.getting-started-step[data-step-id$="#${id}"]`);

/** Unfolds a step, and gives its button. The editor unfolds the next step on its own when one is done, even while this one is clicked. */
async function unfold(page: Page, id: string): Promise<ReturnType<Page['locator']>> {
  const one = step(page, id);
  const button = one.locator('.monaco-button').first();
  await one.waitFor();
  await within(30, async () => {
    const isUnfolded = (await one.getAttribute('class'))?.includes('expanded') === true;
    if (isUnfolded) return button.isVisible();
    await one.locator('.step-title').click({ timeout: 2000 }).then(() => true, () => false);
    return false;
  });
  return button;
}

/** That the unfolded step shows a picture that was loaded, and says what is on it. */
async function hasPicture(page: Page): Promise<void> {
  const picture = page.locator('.getting-started-media img').first();
  await within(20, () => picture.evaluate(image => (image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth > 400));
  expect((await picture.getAttribute('alt'))?.length ?? 0).toBeGreaterThan(10);
}

describe('The walkthrough, where nothing is open', () => {
  beforeAll(async () => {
    editor = await Editor.start();
    await editor.openNothing();
    await editor.command('QuoteTracker: Open the Walkthrough');
  });

  test.each(['sample', 'read', 'mend', 'claims', 'own'])('the step “%s” has a picture', async id => {
    await unfold(editor.page, id);
    await hasPicture(editor.page);
  });

  test.each(['read', 'mend', 'claims'])('the button of the step “%s” says that a newsroom is wanted, and offers one', async id => {
    await (await unfold(editor.page, id)).click();
    const offer = editor.page.locator('.notification-toast', { hasText: 'none is open in this window' });
    await offer.waitFor();
    expect(await offer.locator('.monaco-button', { hasText: 'Open the Sample Newsroom' }).count()).toBe(1);
    await offer.hover();
    await offer.locator('.codicon-notifications-clear').click();
    await offer.waitFor({ state: 'detached' });
  });

  test('the sample opens, and the walkthrough goes on beside an article', async () => {
    const button = await unfold(editor.page, 'sample');
    const [sample] = await Promise.all([editor.page.context().waitForEvent('page'), button.click()]);
    await sample.waitForSelector('.monaco-workbench .activitybar', { timeout: 60_000 });
    await sample.waitForSelector('.tab[data-resource-name="harbour-dredging.txt"]');
    await sample.waitForSelector('.editor-instance [class*="squiggly-"]', { state: 'attached' });
    const finding = sample.locator('.peekview-widget .marker-widget');
    // While plain text becomes newsroom text there are no findings for a moment.
    await within(20, async () => {
      await (await unfold(sample, 'read')).click();
      return finding.waitFor({ timeout: 3000 }).then(() => true, () => false);
    });
    expect(await sample.locator('.notification-toast', { hasText: 'Open an article first' }).count()).toBe(0);
    await sample.keyboard.press('Escape');
    await (await unfold(sample, 'claims')).click();
    await sample.locator('.pane .monaco-list-row[aria-label*=" open"]').first().waitFor();
    await (await unfold(sample, 'mend')).click();
    expect(await sample.locator('.notification-toast', { hasText: /error|not found/i }).count()).toBe(0);
    await (await unfold(sample, 'own')).click();
    await sample.locator('.notification-toast', { hasText: 'newsroom' }).or(sample.locator('.tab.active[data-resource-name="quotetracker.yaml"]')).first().waitFor();
    await sample.close();
  });
});
