// The same state of the app, opened afresh as often as one likes, and what a tap on one of its buttons brings.
//
// A state is the copy that the app hands to `boot.js` for a restart. To open it again the app is started once more in the
// same page, as after a fault, which takes a tenth of the time of loading the page. What is kept on the device is found
// only by a page that loads, so such a state gets a page of its own.

import { type Browser, type BrowserContext, type Locator, type Page, expect } from "@playwright/test";
import { Watch, started } from "../fixtures";
import { Quick } from "./hands";
import { tapTimes } from "./taps";
import { TODAY, Wizard, stopTheDate } from "./wizard";

/** Everything that can be tapped and changes the page. Ticks and fields are left to the browser. */
const BUTTONS = "#app :is(button, a[href^='#'], a[download], summary, .sheet-holder)";

/** What a visit left behind: the app's own copy for a restart, and the records on the device. */
export interface Left {
  copy?: string;
  records?: Record<string, string>;
}

/** A state of one page. */
export interface Place {
  name: string;
  left?: Left;
  address: string;
  /** Needs a page of its own, because something in it stays otherwise. */
  anew?: boolean;
  /** What is done there before anything is tapped, without a finger. */
  arrive?: (wizard: Wizard) => Promise<void>;
  /** Only the buttons in an element that fits this selector. */
  within?: string;
  /** Only the buttons with such a name. */
  only?: string;
}

/** One button of a place: its number among all, and its name. */
export interface Button {
  nth: number;
  name: string;
}

/** What a page says of a tap. */
export interface Outcome {
  documents: number;
  downloads: number;
  [part: string]: unknown;
}

/** A browser of its own, so that several measure at a time. */
export class Lane {
  private page: Page | undefined;
  private isFit = false;
  private starts = 0;
  private documents = 0;
  private downloads = 0;

  private constructor(
    private readonly context: BrowserContext,
    readonly watch: Watch,
  ) {}

  static async open(browser: Browser): Promise<Lane> {
    const context = await browser.newContext();
    context.setDefaultTimeout(10_000);
    const watch = new Watch();
    await watch.follow(context);
    return new Lane(context, watch);
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Opens a place afresh and does something there. */
  async at<T>(place: Place, look: (wizard: Wizard) => Promise<T>): Promise<T> {
    const page = await this.begin(place);
    // Until it is known that nothing went wrong, the page is not one to go on with.
    this.isFit = false;
    const wizard = new Wizard(page, new Quick());
    await settled(page);
    await place.arrive?.(wizard);
    await settled(page);
    await page.evaluate(restOfUndo);
    await page.evaluate(() => {
      (globalThis as unknown as Seen).seen.addresses.length = 0;
      scrollTo(0, 0);
    });
    [this.documents, this.downloads] = [0, 0];
    const seen = await look(wizard);
    this.isFit = this.documents === 0 && !place.anew;
    return seen;
  }

  /** A page in which nothing happened yet: a new one, or the present one with the app started once more. */
  private async begin(place: Place): Promise<Page> {
    const records = place.left?.records;
    if (this.page && this.isFit && this.starts < MOST_STARTS && !records && !place.anew) {
      this.starts += 1;
      const next = await this.page.evaluate(beginAgain, { copy: place.left?.copy ?? "", address: place.address });
      await started(this.page, next);
      await this.page.evaluate(closeGreeting);
      return this.page;
    }
    await this.page?.close();
    const page = await this.context.newPage();
    await page.addInitScript(stopTheDate, TODAY.getTime());
    await page.addInitScript(begin, { ...place.left, spares: 2 * MOST_STARTS });
    await page.goto("./?afresh#/");
    await started(page);
    page.on("domcontentloaded", () => (this.documents += 1));
    page.on("download", () => (this.downloads += 1));
    [this.page, this.starts, this.isFit] = [page, 1, true];
    if (records) {
      if (place.address !== "#/") await page.evaluate((to) => void (location.hash = to), place.address);
      return page;
    }
    return this.begin({ ...place, anew: false });
  }

  /** What comes of this many taps on a button of a place. Throws a `LateTap` on a machine that is too slow. */
  async tap(place: Place, { nth, name }: Button, times: number, gap: number): Promise<Outcome> {
    return this.at(place, async ({ page }) => {
      const button = page.locator(BUTTONS).nth(nth);
      expect(await nameOf(button), `${place.name} is the same each time`).toBe(name);
      await tapTimes(page, button, times, gap);
      await settled(page);
      return { documents: this.documents, downloads: this.downloads, ...(await page.evaluate(outcome)) };
    });
  }

  /** The buttons of a place that a finger can reach, and the address they are at. */
  async buttons(place: Place): Promise<{ at: string; buttons: Button[] }> {
    return this.at(place, async ({ page }) => {
      const buttons = await page.locator(BUTTONS).evaluateAll(inReach, { within: place.within ?? "", many: MANY, only: place.only ?? "" });
      return { at: await page.evaluate(() => location.hash || "#/"), buttons };
    });
  }
}

/** Of more lines of the same kind than these, the first, the middle and the last are tapped. */
const MANY = 12;

// Runs in the page.
function inReach(all: Element[], { within, many, only }: { within: string; many: number; only: string }): Button[] {
  const part = document.querySelector("dialog[open]") ? "dialog" : within || "#app";
  const isAround = (one: Element) => !within && one.matches(".menu > summary");
  const isThere = (one: Element) => one.checkVisibility() && !one.matches(":disabled, [data-exit]") && one.closest(part) && !isAround(one);
  const found = all.map((one, nth) => ({ one, nth })).filter(({ one }) => isThere(one));
  // Lines are of one kind when their lists have the same class.
  const kindOf = (one: Element) => one.closest("ul, ol, dl")?.className ?? "";
  const alike = new Map<string, number[]>();
  for (const { one, nth } of found) if (kindOf(one)) alike.set(kindOf(one), [...(alike.get(kindOf(one)) ?? []), nth]);
  const isSample = (nth: number, kind: string) => {
    const same = alike.get(kind) ?? [];
    return same.length <= many || [same[0], same[Math.floor(same.length / 2)], same.at(-1)].includes(nth);
  };
  const tapped = found.filter(({ one, nth }) => isSample(nth, kindOf(one)));
  const named = tapped.map(({ one, nth }) => ({ nth, name: one.getAttribute("aria-label") ?? one.textContent ?? "" }));
  return named.filter(({ name }) => new RegExp(only).test(name));
}

function nameOf(button: Locator): Promise<string> {
  return button.evaluate((one) => one.getAttribute("aria-label") ?? one.textContent ?? "");
}

/**
 * How often the app is started in one page. `boot.js` has two spare copies of the app; here it is given more, also for
 * a state that starts it once more itself.
 */
const MOST_STARTS = 30;

/** What the page holds now, to open it again later. */
export function left(page: Page): Promise<Left> {
  return page.evaluate(() => ({ copy: (globalThis as unknown as Seen).seen?.copy, records: { ...localStorage } }));
}

interface Seen {
  seen: { addresses: string[]; prints: number; copies: number; copy?: string };
  wizard: { keep: (copy: string) => void };
}

/** Begins to note what the app hands over, and nothing else; for the page that a state is taken from. */
export async function noteCopies(page: Page): Promise<void> {
  await page.addInitScript(begin, null);
}

// Runs in each new document, before any script of the page. Only the first document gets what was left.
function begin(given: (Left & { spares: number }) | null): void {
  const seen: Seen["seen"] = { addresses: [], prints: 0, copies: 0 };
  Object.assign(globalThis, { seen });
  let own: { keep: (copy: string) => void };
  Object.defineProperty(globalThis, "wizard", {
    get: () => own,
    set: (boot: typeof own) => {
      const keep = (copy: string) => {
        seen.copy = copy;
        boot.keep(copy);
      };
      own = { ...boot, keep };
    },
  });
  if (!given) return;
  const { type } = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming;
  if (location.search === "?afresh" && type === "navigate") {
    localStorage.clear();
    for (const [part, record] of Object.entries(given.records ?? {})) localStorage.setItem(part, record);
  }
  // More spare copies of the app for `boot.js`, which waits for all that it loads at once.
  const all = Promise.all.bind(Promise) as (what: unknown[]) => Promise<unknown[]>;
  Promise.all = ((what: unknown[]) => {
    Promise.all = all as typeof Promise.all;
    const script = document.querySelector<HTMLLinkElement>("link[rel=modulepreload]")?.href;
    return all([...what, ...Array.from({ length: given.spares }, (_, nth) => import(`${script}#spare${nth}`))]);
  }) as typeof Promise.all;
  addEventListener("hashchange", (event) => seen.addresses.push(new URL(event.newURL).hash));
  Math.random = () => 0.5;
  globalThis.print = () => {
    seen.prints += 1;
    dispatchEvent(new Event("beforeprint"));
  };
  navigator.clipboard.writeText = async () => {
    seen.copies += 1;
  };
}

// Runs in the page: the app's own restart, with what was left, as after a fault.
function beginAgain({ copy, address }: { copy: string; address: string }): number {
  const { seen, wizard } = globalThis as unknown as Seen;
  localStorage.clear();
  Object.assign(seen, { addresses: [], prints: 0, copies: 0 });
  // Back leads to the first screen, whatever was measured before.
  history.replaceState(null, "", "#/");
  history.pushState(null, "", address);
  wizard.keep(copy);
  dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("begin again") }));
  return Number(document.documentElement.dataset.started) + 1;
}

// Runs in the page: takes the message about the restart away.
function closeGreeting(): void {
  document.querySelector<HTMLElement>("#app main > .notice button")?.click();
}

/** Waits until the page has come to rest, also when it was loaded anew. */
async function settled(page: Page): Promise<void> {
  const isAtRest = () => page.evaluate(rest).catch((error) => `${error}`);
  await expect.poll(isAtRest, { message: "the page comes to rest", timeout: 20_000 }).toBe(true);
}

// Runs in the page. False when the app has not started yet.
async function rest(): Promise<boolean> {
  const quiet = 100;
  await new Promise<void>((done) => {
    let timer = 0;
    const observer = new MutationObserver(() => again());
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        removeEventListener("hashchange", again);
        done();
      }, quiet) as unknown as number;
    };
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener("hashchange", again);
    again();
  });
  return document.documentElement.dataset.started !== undefined;
}

// Runs in the page: all that two taps could have done twice, or skipped.
function outcome(): Record<string, unknown> {
  const app = document.querySelector<HTMLElement>("#app");
  const { addresses, prints, copies, copy } = (globalThis as unknown as Seen).seen;
  const fields = [...document.querySelectorAll<HTMLInputElement>("#app :is(input, textarea, select)")];
  const focus = document.activeElement;
  return {
    addresses,
    address: location.hash,
    prints,
    copies,
    copy,
    records: { ...localStorage },
    heading: document.querySelector("#app h1")?.textContent,
    text: app?.innerText,
    fields: fields.map((field) => `${field.id} ${field.value} ${field.checked}`),
    counts: ["button", "a", "li", "fieldset", "details", "dialog"].map((kind) => `${kind} ${app?.querySelectorAll(kind).length}`),
    open: [...document.querySelectorAll("#app :is(details, dialog)")].map((one) => one.hasAttribute("open")),
    focus: `${focus?.tagName} ${focus?.id} ${focus?.textContent?.slice(0, 40)}`,
  };
}

/** The page scrolls to an offer of undo once no finger taps again; what is measured begins after that. */
function restOfUndo(): Promise<void> {
  const wait = document.querySelector(".undo") ? 700 : 0;
  return new Promise((resolve) => {
    setTimeout(resolve, wait);
  });
}
