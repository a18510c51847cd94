// The last step of a build, which Trunk runs in its staging folder: packs the content, then minifies scripts and
// styles. A minified file gets a new name from its new bytes, and index.html its new name and integrity.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { order } from "./order.mjs";
import { FEATURES, shorten } from "./shorten.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
const page = join(staging, "index.html");

packContent();
if (process.env.TRUNK_PROFILE === "release") await makeSmall();

function packContent() {
  const packed = spawnSync("cargo", ["run", "--quiet", "--bin", "content", "--", "finish"], { stdio: "inherit" });
  if (packed.status !== 0) process.exit(packed.status ?? 1);
}

// esbuild is a package of the browser tests; without it the build is correct, only larger.
function loadEsbuild() {
  try {
    return createRequire(new URL("../tests/browser/package.json", import.meta.url))("esbuild");
  } catch {
    console.warn("esbuild is not installed: scripts and styles stay as they are (`make build` installs it)");
    return undefined;
  }
}

async function makeSmall() {
  const esbuild = loadEsbuild();
  if (!esbuild) return;
  let html = withShortNames(joinStyles(readFileSync(page, "utf8")));
  for (const name of readdirSync(staging)) {
    const kind = extname(name).slice(1);
    if (kind !== "js" && kind !== "css") continue;
    const before = readFileSync(join(staging, name));
    // The boot file is a single function already.
    const options = kind === "js" && !name.startsWith("boot") ? { format: "esm", treeShaking: true } : {};
    const { code } = await esbuild.transform(before.toString(), { loader: kind, minify: true, target: "es2020", ...options });
    html = replaceFile(html, name, before, Buffer.from(code));
  }
  writeFileSync(page, withoutComments(html));
}

function withShortNames(html) {
  const glue = /modulepreload" href="\.\/([^"]*)"/.exec(html)[1];
  const wasm = /preload" href="\.\/([^"]*\.wasm)"/.exec(html)[1];
  const before = readFileSync(join(staging, wasm));
  shorten(join(staging, glue), join(staging, wasm));
  order(join(staging, wasm), FEATURES);
  return replaceFile(html, wasm, before, readFileSync(join(staging, wasm)));
}

// One request instead of three. The file that a gemeente replaces has no hash in its name and stays separate.
function joinStyles(html) {
  const links = [...html.matchAll(/<link rel="stylesheet" href="\.\/([^"]*-[0-9a-f]{1,16}\.css)"[^>]*>\s*/g)];
  if (links.length < 2) return html;
  const [first, ...others] = links.map(([, name]) => name);
  const before = readFileSync(join(staging, first));
  const all = Buffer.concat([before, ...others.map((name) => readFileSync(join(staging, name)))]);
  for (const name of others) rmSync(join(staging, name));
  for (const [link] of links.slice(1)) html = html.replace(link, "");
  return replaceFile(html, first, before, all);
}

function replaceFile(html, name, before, after) {
  const next = name.replace(/-[0-9a-f]+(?=(_bg)?\.)/, `-${createHash("sha256").update(after).digest("hex").slice(0, 16)}`);
  writeFileSync(join(staging, name), after);
  renameSync(join(staging, name), join(staging, next));
  return html.replaceAll(name, next).replaceAll(integrity(before), integrity(after));
}

function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

function withoutComments(html) {
  return html.replace(/<!--(?!\[)[\s\S]*?-->/g, "").replace(/>\s*\n\s*/g, ">\n").replace(/\n\s+/g, "\n");
}
