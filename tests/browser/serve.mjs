// Serves a built folder as a real host should: `make serve` and the browser tests use the same headers.
// Usage: node serve.mjs FOLDER PORT BASE, for example: node serve.mjs ../../dist 8123 /gemeente/plan/

import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder = "dist", port = "8080", base = "/"] = process.argv.slice(2);
const root = resolve(folder);
// Two blocks: headers for every file, and headers for the page itself.
const [everywhere, onPages] = readFileSync(new URL("headers", import.meta.url), "utf8").trim().split("\n\n").map((block) =>
  block.split("\n").filter((line) => !line.startsWith("#")).map((line) => line.split(/: (.*)/).slice(0, 2)));
const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".bin": "application/octet-stream", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2",
};
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const packed = new Map();

function file(path) {
  const name = join(root, normalize(decodeURIComponent(path)));
  if (!name.startsWith(root)) return undefined;
  return statSync(name, { throwIfNoEntry: false })?.isFile() ? name : undefined;
}

// Compressed once per version of a file, so that a rebuild while the server runs is served too.
function brotli(name) {
  const key = `${name} ${statSync(name).mtimeMs}`;
  if (!packed.has(key)) packed.set(key, brotliCompressSync(readFileSync(name), best));
  return packed.get(key);
}

createServer((request, response) => {
  const path = new URL(request.url, "http://host").pathname;
  const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
  const name = inside === undefined ? undefined : file(inside || "index.html");
  if (!name) return response.writeHead(404, { "Content-Type": "text/plain" }).end("404\n");
  for (const [header, value] of extname(name) === ".html" ? [...everywhere, ...onPages] : everywhere) response.setHeader(header, value);
  const hashed = /-[0-9a-f]{8,}(_bg)?\.\w+$/.test(name);
  response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream");
  response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
  if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) return response.end(readFileSync(name));
  response.setHeader("Content-Encoding", "br");
  response.end(brotli(name));
}).listen(Number(port), "127.0.0.1", () => console.log(`==> http://localhost:${port}${base}`));
