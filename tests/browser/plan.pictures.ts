// Pictures of Sanne's plan: its pages on a phone, and its papers as printed. To look at, not to test.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { type Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { household, tellWhole } from "./pages/plan";
import { K4 } from "./pages/roads";

const FOLDER = "../../pictures";
/** Sharp enough to read every letter of an A4. */
const DOTS_PER_INCH = "110";

const SCREENS = [
  ["plan", "#/samen"],
  ["people", "#/samen/1"],
  ["coverage", "#/samen/4"],
  ["agreements", "#/samen/6"],
  ["looking-back", "#/samen/12"],
];

test("pictures of a plan", async ({ page }) => {
  mkdirSync(FOLDER, { recursive: true });
  const { plan: told } = household("K4");
  const plan = await tellWhole(page, K4, told);
  const { wizard } = plan;
  for (const route of told.routes) await plan.card(route);
  for (const [name, address] of SCREENS) {
    await wizard.goTo(address);
    await screen(page, name);
  }
  await wizard.goTo("#/samen/6");
  await page.locator(".leads a[href^='#/samen/7/']").first().tap();
  await screen(page, "agreement");
  await plan.goTo("Zo zie je hoe het gaat");
  await page.getByRole("link", { name: /^zoon/ }).tap();
  await page.locator(".rung").filter({ hasText: "Lichtoranje" }).getByLabel("Dit zie of voel ik").fill("Ik zet mijn muziek harder.");
  await screen(page, "ladder");
  await wizard.goTo("#/samen/16");
  await paper(page, "v2");
  await wizard.goTo("#/samen/18");
  await paper(page, "fridge");
  await plan.goTo("Op papier en in je agenda");
  await screen(page, "papers");
  await page.getByRole("link", { name: "tante" }).tap();
  await paper(page, "helper-card");
  await plan.goTo("Een eigen kaart voor ieder");
  await screen(page, "cards");
  await page.getByRole("link", { name: /^zoon/ }).tap();
  await wizard.press("Toon mijn kaart");
  await screen(page, "v5-on-screen");
  await paper(page, "v5");
});

async function screen(page: Page, name: string): Promise<void> {
  await expect(page.locator("#app h1")).toBeVisible();
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
}

async function paper(page: Page, name: string): Promise<void> {
  await expect(page.locator(".sheet")).toBeVisible();
  const file = `${FOLDER}/${name}.pdf`;
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  execFileSync("pdftoppm", ["-r", DOTS_PER_INCH, "-png", file, `${FOLDER}/${name}`]);
}
