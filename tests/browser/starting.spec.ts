// A start that fails or takes long: what the static page says is true in every case, and the resident can try again.

import { type Page, expect, expectAccessible, expectNoSidewaysScroll, open, started, test } from "./fixtures";
import { START } from "./pages/roads";
import { takeAway } from "./pages/taken";

const COMING = "De vragen komen zo.";
const NOT_STARTED = "Dit hulpmiddel start niet op.";
const NEVER = "Dit hulpmiddel werkt niet in deze browser.";
const INSTEAD = "Komt er niets? Bel of ga naar de gemeente. In de bibliotheek helpt iemand je.";
const AGAIN = "Probeer opnieuw";

/** Of all the sentences about starting on the static page, only these are visible. */
async function saysOnly(page: Page, ...told: string[]): Promise<void> {
  for (const sentence of told) await expect(page.getByText(sentence)).toBeVisible();
  for (const other of [COMING, NOT_STARTED, NEVER].filter((sentence) => !told.includes(sentence))) {
    await expect(page.getByText(other)).toBeHidden();
  }
  await expect(page.getByText(INSTEAD)).toBeVisible();
  await expect(page.getByRole("link", { name: "0800 2000" }).first()).toBeVisible();
}

test("without WebAssembly nobody is told to try later", async ({ page }) => {
  await takeAway(page, "WebAssembly", "absent");
  await page.goto("./");
  await saysOnly(page, NEVER);
  await expect(page.getByRole("button", { name: AGAIN })).toBeHidden();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a browser that cannot read this kind of wasm is told the same", async ({ page }) => {
  await page.route(/\.wasm$/, (route) => route.fulfill({ contentType: "application/wasm", body: "geen wasm" }));
  await page.goto("./");
  await saysOnly(page, NEVER);
});

test("without the boot file no questions are promised", async ({ page, watch }) => {
  watch.allow(/net::ERR_FAILED/);
  await page.route(/\/boot-.*\.js$/, (route) => route.abort());
  await page.goto("./");
  await saysOnly(page);
  await expectAccessible(page);
});

test("opened from a disk no questions are promised", async ({ page, watch }) => {
  watch.allow(/file:/, /integrity|CORS|ERR_FAILED/);
  await page.goto(new URL("../../dist/index.html", import.meta.url).href);
  await saysOnly(page);
});

test("without JavaScript one sentence says so, and no questions are promised", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await saysOnly(page);
  await expect(page.locator("noscript p")).toHaveText("Dit hulpmiddel werkt alleen met JavaScript. Zet JavaScript aan in je browser.");
  await context.close();
});

test("while it loads the questions are promised, and after a failure one can try again", async ({ page, watch }) => {
  watch.allow(/net::ERR_FAILED/);
  let release = (): void => undefined;
  const waited = new Promise<void>((done) => (release = done));
  await page.route(/\.wasm$/, async (route) => {
    await waited;
    await route.abort();
  });
  await page.goto("./");
  await saysOnly(page, COMING);
  release();
  await saysOnly(page, NOT_STARTED);
  await expectAccessible(page);
  await page.unroute(/\.wasm$/);
  await page.getByRole("button", { name: AGAIN }).click();
  await started(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(START);
  // Nothing was entered before, so the page does not say that anything is lost.
  await expect(page.locator("#app .notice")).toHaveCount(0);
});

test("after the third panic one can try again too", async ({ page }) => {
  await open(page);
  for (const times of [2, 3, 4]) {
    await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
    if (times < 4) await started(page, times);
  }
  await saysOnly(page, NOT_STARTED);
  await page.getByRole("button", { name: AGAIN }).click();
  await started(page);
});

for (const [where, focused] of [["in the help", true], ["on the exit", false]] as const) {
  test(`after a slow start focus that was ${where} ${focused ? "goes to the heading" : "stays"}`, async ({ page }) => {
    let release = (): void => undefined;
    const waited = new Promise<void>((done) => (release = done));
    await page.route(/\.wasm$/, async (route) => {
      await waited;
      await route.continue();
    });
    await page.goto("./");
    const at = focused ? page.locator("#help").getByRole("link", { name: "0800 2000" }) : page.getByRole("button", { name: "Sluit deze pagina" });
    await at.focus();
    release();
    await started(page);
    await expect(focused ? page.getByRole("heading", { level: 1 }) : at).toBeFocused();
  });
}

test("the page cannot be pulled to load anew", async ({ page }) => {
  await open(page);
  for (const element of ["html", "body"]) {
    await expect(page.locator(element)).toHaveCSS("overscroll-behavior-y", "none");
  }
});
