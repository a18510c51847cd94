// The frame around the app: what works before, without and after the wasm.

import { readFileSync, readdirSync } from "node:fs";
import { NEUTRAL, type Page, expect, expectAccessible, expectNoSidewaysScroll, open, started, test } from "./fixtures";
import { lookOut, phone, travel } from "./pages/history";

const dist = new URL("../../dist/", import.meta.url);
const CANARY = "kanarie-4711";

const parts: [string, RegExp][] = [
  ["the wasm", /\.wasm$/],
  ["the glue", /\/(?!boot)[^/]+\.js$/],
  ["the content", /\/content\/.*\.bin$/],
];

async function expectStaticHelp(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Wat heb je nodig?" })).toBeVisible();
  await expect(page.getByRole("link", { name: "112", exact: true }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "0800 2000" }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Sluit deze pagina" })).toBeVisible();
}

for (const [name, address] of parts) {
  test(`without ${name} the page still helps and still closes`, async ({ page, watch }) => {
    watch.allow(/net::ERR_FAILED/, /Failed to fetch/);
    await page.route(address, (route) => route.abort());
    await page.goto("./");
    await expect(page.getByText("Dit hulpmiddel start niet op.")).toBeVisible();
    await expectStaticHelp(page);
    await page.getByRole("button", { name: "Sluit deze pagina" }).click();
    await expect(page).toHaveURL(NEUTRAL);
  });

  test(`${name} missing on the host is told too`, async ({ page, watch }) => {
    watch.allow(/404/);
    await page.route(address, (route) => route.fulfill({ status: 404, body: "404" }));
    await page.goto("./");
    await expect(page.getByText("Dit hulpmiddel start niet op.")).toBeVisible();
    await expectStaticHelp(page);
  });
}

test("the static page is accessible and fits a small screen", async ({ page, watch }) => {
  watch.allow(/net::ERR_FAILED/, /Failed to fetch/);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto("./");
  await expect(page.getByText("Dit hulpmiddel start niet op.")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("without JavaScript the page says so and still helps", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./");
  // Playwright's text search ignores noscript.
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.locator("noscript p")).toContainText("Dit hulpmiddel werkt alleen met JavaScript.");
  await expectStaticHelp(page);
  await expect(page.getByText("Dit hulpmiddel start niet op.")).toBeHidden();
  await context.close();
});

test("the app takes the place of the static help and the exit stays", async ({ page }) => {
  await open(page);
  await expect(page.locator("#help")).toBeHidden();
  await expect(page.locator("#app")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sluit deze pagina" })).toHaveCount(1);
  await expect(page).toHaveTitle("Overzicht");
});

test("after the start the page cannot send anything", async ({ page, watch }) => {
  await open(page);
  // Playwright reports an import as a request even if the policy stops it; the failure reason tells them apart.
  watch.allow(/^policy: (connect|script)-src/, /^console: .*Content Security Policy/, /^console: Fetch API/, /other\.js/);
  const failures: (string | undefined)[] = [];
  page.on("requestfailed", (request) => failures.push(request.failure()?.errorText));
  const outcomes = await page.evaluate(async () => {
    const attempts = [fetch("index.html"), fetch("https://example.org/"), import(`${location.pathname}other.js`)];
    return (await Promise.allSettled(attempts)).map((attempt) => attempt.status);
  });
  expect(outcomes).toEqual(["rejected", "rejected", "rejected"]);
  await expect.poll(() => failures).toEqual(["csp"]);
});

test("three times Shift closes the page, other keys in between do not", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await expect(page.locator("#dots")).toHaveText("••");
  await page.keyboard.press("a");
  await expect(page.locator("#dots")).toHaveText("");
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await expect(page).toHaveTitle("Overzicht");
  await page.keyboard.press("Shift");
  await expect(page).toHaveURL(NEUTRAL);
});

test("the first thing a keyboard or screen reader meets is a way out", async ({ page }) => {
  await page.goto("./");
  await page.keyboard.press("Tab");
  const way = page.getByRole("link", { name: "Sluit deze pagina" });
  await expect(way).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(NEUTRAL);
});

test("the exit button answers to the space bar", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Sluit deze pagina" }).focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(NEUTRAL);
});

test("after the exit typing the address opens the app again", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Sluit deze pagina" }).click();
  await expect(page).toHaveURL(NEUTRAL);
  await page.goto("./");
  await started(page);
});

const ways: [string, (page: Page) => Promise<void>][] = [
  ["by click", (page) => page.getByRole("button", { name: "Sluit deze pagina" }).click()],
  ["by three times Shift", async (page) => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  }],
];

for (const storage of ["allowed", "blocked"]) {
  for (const [name, leave] of ways) {
    test(`leaving ${name}, storage ${storage}: Back and Forward never show an answer`, async ({}, info) => {
      const { page, context, watch, sightings } = await phone(info);
      if (storage === "blocked") {
        await context.addInitScript(() =>
          Object.defineProperty(globalThis, "sessionStorage", { get: () => { throw new DOMException("", "SecurityError"); } }),
        );
      }
      await page.goto(`${NEUTRAL}voor`);
      await open(page);
      await fillWithCanary(page);
      await page.addInitScript(lookOut, CANARY);
      await page.evaluate(lookOut, CANARY);
      await leave(page);
      await expect(page).toHaveURL(NEUTRAL);
      await travel(page, [-1, -1, -1, -1, -1, 1, 1, 1]);
      expect(sightings()).toBe(0);
      expect(watch.unexpected()).toEqual([]);
      await context.browser()?.close();
    });
  }
}

/** Puts a word that nobody types on the screen, after a few history entries. */
async function fillWithCanary(page: Page): Promise<void> {
  await page.evaluate((canary) => {
    for (const step of [1, 2, 3]) location.hash = `#/stap/${step}`;
    const word = document.createElement("input");
    word.value = canary;
    document.querySelector("#app")?.append(canary, word);
  }, CANARY);
  await expect(page.locator("#app")).toContainText(CANARY);
}

test("a page that the browser kept comes back without answers, also after a later visit was left", async ({}, info) => {
  const { page, context, sightings } = await phone(info);
  await open(page);
  await fillWithCanary(page);
  await page.evaluate(lookOut, CANARY);
  await page.addInitScript(lookOut, CANARY);
  await page.goto(NEUTRAL);
  await page.goto("./?again");
  await started(page);
  await page.getByRole("button", { name: "Sluit deze pagina" }).click();
  await expect(page).toHaveURL(NEUTRAL);
  await travel(page, [-1, -1, -1, -1, -1, 1, 1], () => true);
  expect(sightings()).toBe(0);
  await context.browser()?.close();
});

/** Sends what the page sees of a panic, whatever its cause. */
async function panic(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
}

test("after a panic the app starts again in a fresh element, twice, and then the static help is back", async ({ page }) => {
  await open(page);
  const first = await page.locator("#app").elementHandle();
  await panic(page);
  await started(page, 2);
  expect(await first?.evaluate((element) => element.isConnected)).toBe(false);
  await panic(page);
  await started(page, 3);
  await expect(page.locator("#app")).toHaveCount(1);
  await panic(page);
  await expect(page.getByText("Dit hulpmiddel start niet op.")).toBeVisible();
  await expectStaticHelp(page);
  await expect(page.locator("#app")).toHaveCount(0);
});

test("an ordinary error is no reason to start again", async ({ page }) => {
  await open(page);
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new TypeError("something small") })));
  await panic(page);
  await started(page, 2);
});

test("after a wipe the page is new, and Back shows no answer", async ({}, info) => {
  const { page, context, watch, sightings } = await phone(info);
  await open(page);
  await fillWithCanary(page);
  await page.addInitScript(lookOut, CANARY);
  await page.evaluate(lookOut, CANARY);
  await page.evaluate(() => (globalThis as unknown as { wizard: { anew(note: string): void } }).wizard.anew("wiped"));
  await expect(page).toHaveURL(/\/plan\/$/);
  await started(page);
  expect(await page.evaluate(() => [name, sessionStorage.length])).toEqual(["", 0]);
  await travel(page, [-1, -1, -1, 1, 1, 1], () => true);
  expect(sightings()).toBe(0);
  expect(watch.unexpected()).toEqual([]);
  await context.browser()?.close();
});

test("the address decides nothing before the app: strange fragments and queries just open it", async ({ page }) => {
  for (const address of ["./?dossier=x", "./#<script>alert(1)</script>", "./#javascript:alert(1)", "./#/stap/999999"]) {
    await page.goto("about:blank");
    await open(page, address);
  }
});

test("no HTML can be made from text", async ({ page, watch }) => {
  watch.allow(/^policy: require-trusted-types-for/, /^console: .*[Tt]rusted/);
  await open(page);
  const refused = await page.evaluate(() =>
    ["<p>words</p>", "<img src=x onerror=alert(1)>", "<script>1</script>", "<iframe srcdoc=x>"].map((text) => {
      try {
        document.createElement("template").innerHTML = text;
        return "made";
      } catch {
        return "refused";
      }
    }),
  );
  expect(refused).toEqual(Array(4).fill("refused"));
});

test("every pictogram and every style comes with the first load", () => {
  const css = readdirSync(dist).filter((name) => name.endsWith(".css")).map((name) => readFileSync(new URL(name, dist), "utf8")).join("");
  const addresses = [...css.matchAll(/url\(["']?([^"')]{0,20})/g)].map((match) => match[1]);
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !address.startsWith("data:image/svg+xml,"))).toEqual([]);
  expect(css).not.toContain("@import");
});

test("the boot file is at most 4 KB", () => {
  const boot = readdirSync(dist).filter((name) => /^boot-.*\.js$/.test(name));
  expect(boot).toHaveLength(1);
  expect(readFileSync(new URL(boot[0], dist)).length).toBeLessThanOrEqual(4 * 1024);
});

test("the policy in the page is the policy in the headers", () => {
  const meta = /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(new URL("index.html", dist), "utf8"))?.[1];
  const header = /^Content-Security-Policy: (.*)$/m.exec(readFileSync(new URL("headers", import.meta.url), "utf8"))?.[1];
  // A meta element cannot restrict who may frame the page.
  expect(meta).toBe(header?.replace(" frame-ancestors 'none';", ""));
  expect(meta).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:/);
});

test("nothing in the page is inline and nothing comes from another host", () => {
  const html = readFileSync(new URL("index.html", dist), "utf8");
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  const loaded = [...html.matchAll(/<(?:script|link|img)[^>]*(?:src|href)="([^"]*)"/g)].map((match) => match[1]);
  expect(loaded.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
});
