// Sizes and times of the release in dist/, as a browser sees them.
// Usage: node bench.mjs            prints sizes and times; sizes over the budget fail, times never do
//        node bench.mjs --sizes    sizes only

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, devices } from "@playwright/test";

const KB = 1024;
/** Budget of the first load, brotli, everything the network loads: residents pay for it. Only bytes can fail. */
const MOST_FIRST_LOAD = 420 * KB;
const AIM_FIRST_LOAD = 360 * KB;
/** Raw. A main.rs that does not name the library gives a wasm of nothing, and every tool reports success. */
const LEAST_WASM = 100_000;
/** One road has some twenty steps: three roads give a stable median. */
const ROADS = 3;
const ENOUGH_STEPS = 45;
const SLOWED = 4;
/** Slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const LOADS = 3;

const here = new URL(".", import.meta.url).pathname;
const dist = new URL("../../dist/", import.meta.url);
const port = Number(process.env.PORT_BENCH ?? 8124);
const address = `http://127.0.0.1:${port}/gemeente/plan/`;

const server = spawn(process.execPath, ["serve.mjs", dist.pathname, String(port), "/gemeente/plan/"], { cwd: here });
await new Promise((ready) => server.stdout.once("data", ready));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? (existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
let ok = true;
try {
  ok = await sizes();
  if (!process.argv.includes("--sizes")) {
    await loads();
    await times();
  }
} finally {
  await browser.close();
  server.kill();
}
process.exitCode = ok ? 0 : 1;

async function newPage() {
  const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
  const context = await browser.newContext({ ...phone, viewport: { width: 360, height: 740 }, locale: "nl-NL" });
  const page = await context.newPage();
  return { page, cdp: await context.newCDPSession(page) };
}

async function started(page) {
  await page.locator("html[data-started]").waitFor();
}

function kind(url, type) {
  if (/\.wasm$/.test(url)) return "wasm";
  if (/\/content\//.test(url)) return "content";
  if (/\.css$/.test(url)) return "css";
  if (/\.m?js$/.test(url)) return "js";
  if (/\.(woff2?|ttf)$/.test(url)) return "fonts";
  if (/\.(svg|png|ico)$/.test(url)) return "icons";
  return type === "Document" ? "html" : "other";
}

async function sizes() {
  const { page, cdp } = await newPage();
  const kinds = new Map();
  const perKind = { html: 0, css: 0, js: 0, wasm: 0, content: 0, fonts: 0, icons: 0, other: 0 };
  cdp.on("Network.responseReceived", ({ requestId, response, type }) => {
    if (!response.url.startsWith("data:")) kinds.set(requestId, kind(new URL(response.url).pathname, type));
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (kinds.has(requestId)) perKind[kinds.get(requestId)] += encodedDataLength;
  });
  await cdp.send("Network.enable");
  await page.goto(address, { waitUntil: "networkidle" });
  await started(page);
  await page.context().close();
  return report(perKind);
}

function report(perKind) {
  console.log("first load, bytes over the network (brotli, with response headers):");
  for (const [name, bytes] of Object.entries(perKind)) if (bytes > 0 || name !== "other") console.log(`  ${name.padEnd(8)} ${String(bytes).padStart(8)}`);
  const sum = Object.values(perKind).reduce((left, right) => left + right, 0);
  const wasm = readdirSync(dist).filter((name) => name.endsWith(".wasm")).reduce((all, name) => all + statSync(new URL(name, dist)).size, 0);
  console.log(`  together ${String(sum).padStart(8)} (${(sum / KB).toFixed(1)} of ${MOST_FIRST_LOAD / KB} KB, aim ${AIM_FIRST_LOAD / KB}); the wasm is ${wasm} unpacked`);
  if (sum > MOST_FIRST_LOAD) console.error("Too large: the first load is over its budget.");
  if (wasm < LEAST_WASM) console.error("Too small: the wasm does not contain the library.");
  return sum <= MOST_FIRST_LOAD && wasm >= LEAST_WASM;
}

// How long a phone waits for the first question, beside a page of the same question in plain HTML without a script.
async function loads() {
  const folder = mkdtempSync(join(tmpdir(), "reference-"));
  cpSync(dist, folder, { recursive: true });
  writeFileSync(join(folder, "reference.html"), await firstQuestionAlone());
  const port = Number(new URL(address).port) + 1;
  const server = spawn(process.execPath, ["serve.mjs", folder, String(port), "/"], { cwd: here });
  await new Promise((ready) => server.stdout.once("data", ready));
  const site = `http://127.0.0.1:${port}/`;
  try {
    const taken = { question: [], all: [], reference: [] };
    for (let nth = 0; nth < LOADS; nth += 1) {
      taken.reference.push(await painted(`${site}reference.html`, "h1"));
      taken.question.push(await painted(site, "#app h1"));
      taken.all.push(await painted(site, "html[data-started]"));
    }
    const middle = (all) => all.sort((left, right) => left - right)[Math.floor(all.length / 2)].toFixed(0);
    console.log(`first load, ${SLOWED} times slowed, slow 4G, median of ${LOADS}:`);
    console.log(`  first question there ${middle(taken.question)} ms (aim 1000), all there ${middle(taken.all)} ms (aim 3500)`);
    console.log(`  the same question in plain HTML ${middle(taken.reference)} ms`);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

async function firstQuestionAlone() {
  const { page } = await newPage();
  await page.goto(address);
  await started(page);
  const html = await page.evaluate(() => {
    for (const one of document.querySelectorAll("script, link:not([rel=stylesheet]), meta[http-equiv]")) one.remove();
    return `<!doctype html>${document.documentElement.outerHTML}`;
  });
  await page.context().close();
  return html;
}

/** From the request until an element is there and a frame with it was painted, in milliseconds, with an empty cache. */
async function painted(url, selector) {
  const { page, cdp } = await newPage();
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted)) requestAnimationFrame(() => Object.assign(globalThis, { there: performance.now() }));
      else requestAnimationFrame(look);
    };
    look();
  }, selector);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.there !== undefined);
  const time = await page.evaluate(() => globalThis.there);
  await page.context().close();
  return time;
}

async function times() {
  const taken = [];
  for (let road = 0; road < ROADS; road += 1) taken.push(...(await stepsOfOneRoad(road === 0)));
  if (taken.length === 0) return console.log("no step was measured: there is no button “Verder”");
  taken.sort((left, right) => left - right);
  const median = taken[Math.floor(taken.length / 2)];
  console.log(`one step, from the tap on “Verder” to the next question painted, ${SLOWED} times slowed:`);
  console.log(`  median ${median.toFixed(0)} ms, slowest ${taken.at(-1).toFixed(0)} ms, ${taken.length} steps${taken.length < ENOUGH_STEPS ? " (few)" : ""}`);
}

async function stepsOfOneRoad(isFirst) {
  const { page, cdp } = await newPage();
  await page.goto(address);
  await started(page);
  if (isFirst) console.log(`ready after ${await page.evaluate(() => Math.round(performance.now()))} ms on this machine`);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  const taken = [];
  for (let time = 0; time !== undefined; ) {
    await answer(page);
    time = await page.evaluate(step);
    if (time !== undefined) taken.push(time);
  }
  await page.context().close();
  return taken;
}

// Ticks what makes the road longer: areas, on the screen that offers them. Nothing else is required to continue.
async function answer(page) {
  const areas = page.locator(".tiles input:not(:checked)");
  for (let left = Math.min(3, await areas.count()); left > 0; left -= 1) await areas.first().check();
}

// Runs in the page: measures from the tap until a frame with another heading is painted. A task sent from a frame
// callback runs when that frame is painted; the next callback would also count the wait for it.
function step() {
  const button = [...document.querySelectorAll("#app button, #app a")].find((one) => one.textContent.trim() === "Verder");
  if (!button) return undefined;
  const heading = () => document.querySelector("#app h1");
  const [node, text] = [heading(), heading()?.textContent];
  return new Promise((done) => {
    const tapped = performance.now();
    const painted = new MessageChannel();
    painted.port1.onmessage = () => done(performance.now() - tapped);
    const look = () => {
      const changed = heading() !== node || heading()?.textContent !== text;
      if (changed) painted.port2.postMessage(null);
      else if (performance.now() - tapped > 3000) done(undefined);
      else requestAnimationFrame(look);
    };
    button.click();
    requestAnimationFrame(look);
  });
}
