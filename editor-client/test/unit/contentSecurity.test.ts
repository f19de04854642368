import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { secured } from '../../src/contentSecurity';

const policyOf = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];

test('the policy is the first thing in the head', () => {
  expect(secured('<html><head lang="en"><title>x</title></head><body></body></html>')).toMatch(/<head lang="en"><meta http-equiv="Content-Security-Policy"/);
});

test('a page without a head gets one', () => expect(secured('<p>x</p>')).toMatch(/^<!DOCTYPE html><html><head><meta[^>]*><\/head><body><p>x<\/p>/));

test('style sheets of the page are allowed by their hash, and nothing else is', () => {
  const css = 'p { color: red }';
  const hash = createHash('sha256').update(css).digest('base64');
  expect(policyOf(secured(`<head><style>${css}</style><script>alert(1)</script></head>`))).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
  expect(policyOf(secured('<head></head>'))).toContain("style-src 'none'");
});
