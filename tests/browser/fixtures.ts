// What every test checks automatically: no policy violation, no console message, and no request after the start. Import
// `test` and `expect` from here and not from Playwright.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type BrowserContext, type Page, type Request, test as base, expect } from "@playwright/test";

export { expect };
export type { Page };

/** The neutral page that the exit leads to; tests replace it by their own page. */
export const NEUTRAL = "https://www.knmi.nl/";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** The problems in all pages of one test. */
export class Watch {
  readonly problems: string[] = [];
  private readonly allowed: RegExp[] = [];
  private readonly started = new Set<Page>();

  /** A test that breaks something on purpose lists the messages it expects. */
  allow(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  unexpected(): string[] {
    return this.problems.filter((problem) => !this.allowed.some((pattern) => pattern.test(problem)));
  }

  async follow(context: BrowserContext): Promise<void> {
    await context.exposeBinding("reportToTest", ({ page }, kind: string, text: string) => {
      if (kind === "started") this.started.add(page);
      else this.problems.push(`${kind}: ${text}`);
    });
    await context.addInitScript(reportFromPage);
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.problems.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => this.problems.push(`error: ${error.error().message}`));
    context.on("request", (request) => this.notice(request));
    // Has its own icon, so that the browser does not request one from the real site.
    await context.route(`${NEUTRAL}**`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Weer</title><link rel=\"icon\" href=\"data:,\"><h1>Het weer</h1>" }),
    );
  }

  private notice(request: Request): void {
    if (request.isNavigationRequest()) {
      // A new document starts from zero; only leaving the page may send a request.
      this.started.delete(request.frame().page());
      return;
    }
    const page = request.serviceWorker() ? undefined : request.frame().page();
    if (page && this.started.has(page)) this.problems.push(`request after the start: ${request.url()}`);
  }
}

// Runs in the page, before any script of the page itself.
function reportFromPage(): void {
  const report = (kind: string, text: string) =>
    (globalThis as unknown as { reportToTest: (kind: string, text: string) => void }).reportToTest(kind, text);
  addEventListener("securitypolicyviolation", (event) =>
    report("policy", `${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`),
  );
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.dataset.started) return;
    observer.disconnect();
    report("started", location.pathname);
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-started"] });
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      await watch.follow(context);
      await use(watch);
      expect(watch.unexpected(), "policy, console and requests after the start").toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until the app runs; `times` is 2 or 3 after one or two restarts. */
export async function started(page: Page, times = 1): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-started", String(times));
}

/** Opens the app and waits until it runs. */
export async function open(page: Page, address = "./"): Promise<void> {
  await page.goto(address);
  await started(page);
}

/** Fails with rule, reason and element for each violation of WCAG A and AA or of a best practice. */
export async function expectAccessible(page: Page): Promise<void> {
  // The policy refuses a script element, even from a test; evaluate is not part of the page.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (tags) => {
    const axe = (globalThis as unknown as { axe: { run: (where: Document, options: object) => Promise<AxeResult> } }).axe;
    const result = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help} — ${node.html}`));
  }, axeTags);
  expect.soft(violations).toEqual([]);
  expect.soft(await rememberingFields(page), "fields that the browser would fill in for the next person").toEqual([]);
}

/** The fields in which the browser may offer what was typed before, to whoever holds the phone next. */
export function rememberingFields(page: Page): Promise<string[]> {
  const fields = page.locator("input, select, textarea");
  return fields.evaluateAll((all) => all.filter((one) => one.getAttribute("autocomplete") !== "off").map((one) => one.outerHTML));
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string }[] }[];
}

/** Fails if the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect.soft(content, "width of the content against the screen").toBeLessThanOrEqual(screen);
}
