// Gives what the glue and the wasm call each other by names of a letter or two. The long ones end in hashes, which stand
// in both files and do not compress: two kilobytes of every first load.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const FEATURES = [
  "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-reference-types",
  "--enable-multivalue", "--enable-mutable-globals",
];

/** Shortens the names in both files, in place. */
export function shorten(glueFile, wasmFile) {
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

function minify(wasmFile) {
  const words = [wasmFile, ...FEATURES, "--minify-imports-and-exports-and-modules", "-o", wasmFile];
  const { status, stdout, stderr } = spawnSync("wasm-opt", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`wasm-opt: ${stderr}`);
  return stdout;
}
