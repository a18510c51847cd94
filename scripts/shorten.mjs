// Makes the glue and the wasm smaller together. Classes nobody uses go. What the two call each other by gets names of a
// letter or two: the long ones end in hashes, which stand in both files and do not compress.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** What the wasm uses; `wasm-opt` has to be told. */
export const FEATURES = [
  "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-reference-types",
  "--enable-multivalue", "--enable-mutable-globals",
];

/** Drops what is not used and shortens the names in both files, in place. */
export function shorten(glueFile, wasmFile) {
  dropClasses(glueFile);
  const names = JSON.parse(minify(wasmFile));
  let glue = readFileSync(glueFile, "utf8");
  const imports = new Map(names.imports.map(([, name, short]) => [name, short]));
  const exports = new Map(names.exports);
  // `"./wizard_bg.js": import0` and `__wbg_back_9af42e9ac: function(…`, with or without a space before the bracket.
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

/** Libraries export classes to whoever imports the glue, and wasm-bindgen a second way to start. Nobody asks for them. */
function dropClasses(glueFile) {
  let glue = readFileSync(glueFile, "utf8").replace(/^export \{ initSync, /m, "export { ");
  for (const [whole, name] of [...glue.matchAll(/^export class (\w+) \{[^]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?/gm)]) {
    const finalization = new RegExp(`^const ${name}Finalization = [^]*?;\\n(?=\\S|$)`, "m");
    const without = glue.replace(whole, "").replace(finalization, "");
    if (!without.includes(name)) glue = without;
  }
  writeFileSync(glueFile, glue);
}

// Optimized once more: with the short names and their order it comes out a kilobyte smaller.
function minify(wasmFile) {
  const words = [wasmFile, ...FEATURES, "--low-memory-unused", "-Os", "--minify-imports-and-exports-and-modules", "-o", wasmFile];
  const { status, stdout, stderr } = spawnSync("wasm-opt", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`wasm-opt: ${stderr}`);
  return stdout;
}
