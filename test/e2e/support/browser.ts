import assert from "node:assert/strict";
import { after } from "node:test";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findProgram } from "../../support/real-parts.ts";

// What Chromium does for itself would be requests to other hosts.
const QUIET = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser: Promise<Browser> | null = null;
after(async () => (await browser)?.close());

/** Where the product of this run answers. */
export function productUrl(): string {
  const url = process.env.CHARTROOM_E2E_URL;
  if (url === undefined)
    throw new Error("browser tests are run by `npm test -- e2e`, which starts the product");
  return url;
}

/** A page, and what went wrong on it unseen. */
export interface WatchedPage {
  readonly page: Page;
  /** Fails if anything was logged as an error, broke the content policy, left the host or opened a dialog. */
  assertQuiet(): void;
  /** Forgets what was expected to go wrong. */
  forgive(): void;
}

/** A fresh browser profile with one page, closed after the test. */
export async function openPage(
  test: { after(close: () => Promise<void>): void },
  options: BrowserContextOptions = {},
  base = productUrl(),
): Promise<WatchedPage> {
  const context = await (await openBrowser()).newContext({ baseURL: base, ...options });
  test.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems: string[] = [];
  const documents = new Set<string>();
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // Chromium says of a page that answers 404, as it should, that a resource failed to load.
    const ofThePage =
      message.text().startsWith("Failed to load resource") && documents.has(message.location().url);
    // Nor is it a mistake of ours that a picture of a README cannot be had: no test leads to the hosts they are on.
    const ofAReadme = message.location().url.startsWith(`${base}/readme-images/`);
    if (!ofThePage && !ofAReadme) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.isNavigationRequest()) documents.add(request.url());
    const url = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(url.protocol) && url.origin !== base) problems.push(`request: ${url}`);
  });
  await context.exposeFunction("chartroomReportViolation", (text: string) =>
    problems.push(`policy: ${text}`),
  );
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (globalThis as { chartroomReportViolation?: (text: string) => void })
        .chartroomReportViolation;
      report?.(`${event.violatedDirective} ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return {
    page,
    assertQuiet: () => assert.deepEqual(problems, [], `on ${page.url()}`),
    forgive: () => problems.splice(0),
  };
}

function openBrowser(): Promise<Browser> {
  if (browser === null) {
    const executablePath = findProgram("chromium");
    if (executablePath === null) throw new Error("no chromium on PATH");
    browser = chromium.launch({ executablePath, args: QUIET });
  }
  return browser;
}
