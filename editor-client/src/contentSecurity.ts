import { createHash } from 'node:crypto';

/**
 * A page as a webview may show it: no script, no network, no image, no form; only the style sheets that are in it, by their hash. Whatever an article has
 * smuggled into the page does nothing.
 */
export function secured(html: string): string {
  const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, css]) => `'sha256-${createHash('sha256').update(css ?? '').digest('base64')}'`);
  const policy = `default-src 'none'; style-src ${styles.join(' ') || "'none'"}; base-uri 'none'; form-action 'none'`;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  // The first thing of the page: what stands before a policy is not under it.
  return /<head\b[^>]*>/i.test(html) ? html.replace(/<head\b[^>]*>/i, head => head + meta) : `<!DOCTYPE html><html><head>${meta}</head><body>${html}</body></html>`;
}
