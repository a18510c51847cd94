// The pseudo-languages that the host tool makes: the app with their words, and what a screen in them must be.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Page, expect, test } from "@playwright/test";
import { started } from "../fixtures";
import { Quick } from "./hands";
import { household, tellWhole } from "./plan";
import { K4 } from "./roads";
import { Wizard } from "./wizard";

export interface Language {
  tag: string;
  dir: "ltr" | "rtl";
}

export const LANGUAGES: Language[] = [{ tag: "qps-ploc", dir: "ltr" }, { tag: "qps-plocm", dir: "rtl" }];

const root = new URL("../../../", import.meta.url).pathname;
const folder = `${root}target/pseudo`;
const WORDS = /\/content\/nl-[0-9a-f]+\.bin$/;

/** Makes the words of both languages with the host tool. */
export function makeWords(): void {
  execFileSync("cargo", ["run", "--quiet", "--bin", "content", "--", "pseudo", folder], { cwd: root });
}

/** Opens the app with the words of this language in the place of the Dutch ones. */
export async function openIn(page: Page, { tag, dir }: Language): Promise<Wizard> {
  await page.route(WORDS, (route) => route.fulfill({ path: `${folder}/${tag}.bin`, contentType: "application/octet-stream" }));
  const wizard = await Wizard.open(page, new Quick());
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
  await expect(page.locator("html")).toHaveAttribute("dir", dir);
  return wizard;
}

let copy: string | undefined;

/** The copy for a restart of Sanne's whole dossier, with her plan and a card, told on Dutch screens. Made once. */
export async function told(page: Page): Promise<string> {
  if (copy) return copy;
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      const { wizard } = globalThis as unknown as Kept;
      const { keep } = wizard;
      wizard.keep = (json) => keep(((globalThis as unknown as Kept).copy = json));
    });
  });
  const { plan: told } = household("K4");
  const plan = await tellWhole(page, K4, told);
  await plan.card(told.routes[0]);
  copy = await page.evaluate(() => (globalThis as unknown as Kept).copy);
  if (!copy) throw new Error("the app keeps no copy for a restart");
  return copy;
}

interface Kept {
  wizard: { keep: (json: string) => void };
  copy?: string;
}

/** Restarts the app with another copy, as after a panic. */
export async function restart(page: Page, json: string): Promise<void> {
  await page.evaluate((json) => {
    (globalThis as unknown as Kept).wizard.keep(json);
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("a test") }));
  }, json);
  await started(page, 2);
}

/** Checks that the screen shows no plain letters but those that the resident typed, and that nothing is cut off. */
export async function inspectWords(page: Page, typed: Set<string>): Promise<void> {
  await expect(page.locator("#app h1").first()).toBeAttached();
  const address = await page.evaluate(() => location.hash);
  await test.step(address, async () => {
    const found = await page.evaluate(texts);
    expect(found.length, "texts").toBeGreaterThan(3);
    expect.soft(found.flatMap((text) => plain(text, typed)), `${address}: plain letters`).toEqual([]);
    expect.soft(await page.evaluate(cut), `${address}: cut off at ${page.viewportSize()?.width} px`).toEqual([]);
  });
}

/** The words that the resident of a case typed, and what a place calls itself. */
export function typedIn(...texts: string[]): Set<string> {
  const gemeente = readFileSync(new URL("../../../content/municipalities/voorbeeld.toml", import.meta.url), "utf8");
  return new Set([...texts, gemeente].flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
}

function plain(text: string, typed: Set<string>): string[] {
  const withoutSites = text.replace(/[\w-]+(\.[\w-]+)*\.(nl|org|info|com)(\/\S*)?/g, "");
  const words = withoutSites.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => /[A-Za-z]{2}/.test(word) && !typed.has(word.toLowerCase())).map((word) => `${word} in “${text}”`);
}

// Runs in the page. Every text of the bar and the app, also of what is folded away, and the title.
function texts(): string[] {
  const found = [document.title, document.querySelector("#no-paper")?.textContent ?? ""];
  for (const part of document.querySelectorAll("header.bar, #app")) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ["placeholder", "title", "aria-label", "aria-description", "alt", "download"]) found.push(node.getAttribute(name)?.replace(/\.ics$/, "") ?? "");
      } else found.push(node.textContent ?? "");
    }
  }
  return found.filter((text) => text.trim());
}

// Runs in the page. Texts that reach out of the screen, out of a box with a border or out of one that hides what does not
// fit, except in what can be scrolled.
function cut(): string[] {
  const found: string[] = [];
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
    const boxes = [...document.querySelectorAll("body *")].map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
    const ends = boxes.sort((a, b) => b.box.right - a.box.right)[0];
    const begins = boxes.sort((a, b) => a.box.left - b.box.left)[0];
    found.push(...[begins, ends].map(({ one, box }) => `the page scrolls sideways: ${one.outerHTML.slice(0, 160)} ${box.left} to ${box.right}`));
  }
  for (const part of document.querySelectorAll("header.bar, #app")) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || !node.textContent?.trim() || element.closest(".skip, select")) continue;
      // A line for the pen is as long as the paper is wide.
      if (/^[_\s]+$/.test(node.textContent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      let left = 0;
      let right = document.documentElement.clientWidth;
      let scrolls = false;
      for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
        const { overflowX, clipPath } = getComputedStyle(around);
        const isBox = around.matches(".choice, .exit, .call, button, th, td");
        if (overflowX === "auto" || overflowX === "scroll" || clipPath !== "none") scrolls = true;
        if (overflowX !== "hidden" && overflowX !== "clip" && !isBox) continue;
        const inside = around.getBoundingClientRect();
        [left, right] = [Math.max(left, inside.left), Math.min(right, inside.right)];
      }
      if (!scrolls && (box.left < left - 1 || box.right > right + 1)) found.push(`“${node.textContent}” from ${box.left} to ${box.right}`);
    }
  }
  return found;
}
