// The sheet as the printer prints it, and the sheet as the model composed it.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { type Page, type TestInfo, expect } from "@playwright/test";

/** The height of an A4 between its margins. */
const ROOM_MM = 257;
const MM_PER_PX = 25.4 / 96;

/** Prints the current page and reads every sheet back. */
export async function printed(page: Page, info: TestInfo): Promise<string[]> {
  await expect(page.locator(".sheet").first()).toBeVisible();
  const file = info.outputPath("sheet.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  expect(run("pdfinfo", file)).toMatch(/Page size:.*A4/);
  // The widest font that may print the sheet, so that what fits here fits everywhere.
  expect(run("pdffonts", file)).toContain("LiberationSans");
  const pages = run("pdftotext", "-layout", file, "-").split("\f");
  return pages.map(oneLine).filter((text) => text !== "");
}

/** The pages of a household's sheet, from the model's snapshot. */
export function expected(household: string): string[] {
  const text = readFileSync(new URL(`../../snapshots/${household}.snap`, import.meta.url), "utf8");
  const pages = text.replace(/^---\n[^]*?\n---\n/, "").split(/\n\n(?=Bladzijde)/);
  return pages.map(oneLine);
}

/** The real height of each page of the sheet on paper. */
export async function heights(page: Page): Promise<number[]> {
  await page.emulateMedia({ media: "print" });
  // The width of an A4 between its margins.
  await page.setViewportSize({ width: Math.floor(170 / MM_PER_PX), height: 1000 });
  const pixels = await page.locator(".sheet-page").evaluateAll((pages) => pages.map((one) => one.getBoundingClientRect().height));
  const fonts = await page.locator(".sheet").evaluate((sheet) => getComputedStyle(sheet).fontFamily);
  expect(fonts).toMatch(/^Arial, "Liberation Sans"/);
  await page.emulateMedia({ media: null });
  return pixels.map((height) => height * MM_PER_PX);
}

export async function expectToFit(page: Page): Promise<void> {
  for (const height of await heights(page)) expect(height, "height of a page in millimetres").toBeLessThanOrEqual(ROOM_MM);
}

/** Normalises white space, which depends on the printer. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function run(program: string, ...options: string[]): string {
  return execFileSync(program, options, { encoding: "utf8" });
}
