// The texts of the screens as an editor wrote them, by key.

import { readFileSync } from "node:fs";

const parts = readFileSync(new URL("../../../content/nl/app.toml", import.meta.url), "utf8").split(/^\[/m);

/** The text with this key, such as `paper.print-failed`. */
export function told(key: string): string {
  const [, section, name] = /^(.+)\.([^.]+)$/.exec(key) ?? [];
  const part = parts.find((one) => one.startsWith(`${section}]`)) ?? "";
  const text = new RegExp(`^${name} = "(.*)"$`, "m").exec(part)?.[1];
  if (!text) throw new Error(`there is no text ${key}`);
  return text;
}
