// Shrinks the glue and the wasm together. Removes unused classes, and shortens the names that the two use for each
// other to one or two letters: the long names end in hashes, which occur in both files and do not compress.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** The wasm features in use; `wasm-opt` needs to know them. */
export const FEATURES = [
  "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-reference-types",
  "--enable-multivalue", "--enable-mutable-globals",
];

/** Removes unused code and shortens the names in both files, in place. */
export function shorten(glueFile, wasmFile) {
  dropClasses(glueFile);
  const names = JSON.parse(minify(wasmFile));
  let glue = readFileSync(glueFile, "utf8");
  const imports = new Map(names.imports.map(([, name, short]) => [name, short]));
  const exports = new Map(names.exports);
  // Matches `"./wizard_bg.js": import0` and `__wbg_back_9af42e9ac: function(…`, with or without a space before the
  // bracket.
  const [module] = names.imports[0];
  glue = glue.replace(JSON.stringify(module), '"a"');
  glue = glue.replace(/^(\s+)(__wb\w+)(?=: ?function|: ?\(|: __wbg|\()/gm, (text, space, name) => {
    const short = imports.get(name);
    return short ? `${space}${JSON.stringify(short)}` : text;
  });
  glue = glue.replace(/\bwasm\.(\w+)/g, (text, name) => (exports.has(name) ? `wasm.${exports.get(name)}` : text));
  const forgotten = [...imports].filter(([, short]) => !glue.includes(`${JSON.stringify(short)}:`)).map(([name]) => name);
  if (forgotten.length > 0) throw new Error(`the glue does not bring ${forgotten.join(", ")}`);
  writeFileSync(glueFile, glue);
}

/** Libraries export classes to importers of the glue, and wasm-bindgen exports a second start. Nobody uses them. */
function dropClasses(glueFile) {
  let glue = readFileSync(glueFile, "utf8").replace(/^export \{ initSync, /m, "export { ");
  for (const [whole, name] of [...glue.matchAll(/^export class (\w+) \{[^]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?/gm)]) {
    const finalization = new RegExp(`^const ${name}Finalization = [^]*?;\\n(?=\\S|$)`, "m");
    const without = glue.replace(whole, "").replace(finalization, "");
    if (!without.includes(name)) glue = without;
  }
  writeFileSync(glueFile, glue);
}

// Optimises once more: with short names and sorted functions the result is a kilobyte smaller.
function minify(wasmFile) {
  const words = [wasmFile, ...FEATURES, "--low-memory-unused", "-Os", "--minify-imports-and-exports-and-modules", "-o", wasmFile];
  const { status, stdout, stderr } = spawnSync("wasm-opt", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`wasm-opt: ${stderr}`);
  return stdout;
}
