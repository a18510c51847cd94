// Every page, read from where it is defined: the route table of the app and the screens of the content.

import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../../../", import.meta.url);

interface ScreenKind {
  id: string;
  perArea: boolean;
}

/** Addresses without a number, as in route.rs. */
export function fixedPages(): string[] {
  const source = readFileSync(new URL("src/model/route.rs", root), "utf8");
  return [...source.matchAll(/Route::\w+ => "(#\/[a-z0-9/]*)"/g)].map((match) => match[1]);
}

/** Addresses of the pages of the plan, without the number of a part, as in route.rs. */
export function planPages(): string[] {
  const source = readFileSync(new URL("src/model/route.rs", root), "utf8");
  const all = /const ALL: \[PlanPage; (\d+)\]/.exec(source)?.[1];
  return Array.from({ length: Number(all) }, (_, number) => (number === 0 ? "#/samen" : `#/samen/${number}`));
}

/** Every screen of the road, by id. */
export function screens(): ScreenKind[] {
  const flow = readFileSync(new URL("content/nl/flow.toml", root), "utf8");
  const blocks = flow.split(/^\[\[/m).filter((block) => block.startsWith("screens]]"));
  return blocks.map((block) => ({
    id: /^id = "(.*)"$/m.exec(block)?.[1] ?? "",
    perArea: /^per-area = true$/m.test(block),
  }));
}

/** The screen of an address. Screens of an area follow each other, area by area. */
export function screenAt(fragment: string): string {
  if (fragment === "" || fragment === "#/") return "sc01";
  const number = Number(/^#\/stap\/(\d+)$/.exec(fragment)?.[1]);
  return Number.isNaN(number) ? fragment : numbered()[number - 1];
}

/** The address of every screen. */
export function addresses(): string[] {
  return numbered().map((_, index) => `#/stap/${index + 1}`);
}

function numbered(): string[] {
  const areas = readdirSync(new URL("content/nl/areas/", root)).length;
  const all = screens();
  const first = all.findIndex((screen) => screen.perArea);
  const inArea = all.filter((screen) => screen.perArea).map((screen) => screen.id);
  const ids = all.filter((screen) => !screen.perArea).map((screen) => screen.id);
  ids.splice(first, 0, ...Array.from({ length: areas }, () => inArea).flat());
  return ids;
}
