// Writes the site that the server serves: WASM and its loader, the style, each under a name with its
// hash and compressed beforehand, and manifest.json with the names.
//
// usage: node build-site.mjs WASM_BINDGEN APP_WASM SITE_FOLDER
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [bindgen, appWasm, site] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const tool = (name) => join(here, "node_modules/.bin", name);

/** A hash of everything that goes in: when it stands in the site already, there is nothing to do. */
const style = execFileSync(tool("sass"), ["--no-source-map", "--style=compressed", join(here, "../style/main.scss")]);
const input = createHash("sha256").update(readFileSync(appWasm)).update(style).update(readFileSync(fileURLToPath(import.meta.url))).digest("hex");
const stamp = join(site, "manifest.json");
if (existsSync(stamp) && JSON.parse(readFileSync(stamp)).input === input) process.exit(0);

const work = mkdtempSync(join(tmpdir(), "xiaoxiang-site-"));
execFileSync(bindgen, ["--target", "web", "--no-typescript", "--out-dir", work, "--out-name", "xiaoxiang", appWasm], { stdio: "inherit" });
const wasmFeatures = ["bulk-memory", "bulk-memory-opt", "mutable-globals", "nontrapping-float-to-int", "sign-ext", "reference-types", "multivalue"];
execFileSync(
  tool("wasm-opt"),
  ["-Oz", "--converge", "--strip-producers", "--strip-target-features", ...wasmFeatures.map((name) => `--enable-${name}`), join(work, "xiaoxiang_bg.wasm"), "-o", join(work, "xiaoxiang.wasm")],
  { stdio: "inherit" },
);

const fresh = `${site}.new`;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });

/** Writes one file under its hashed name, plain, brotli and gzip; answers the name. */
function place(name, ending, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const file = `${name}.${hash}.${ending}`;
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  writeFileSync(join(fresh, file), bytes);
  writeFileSync(join(fresh, `${file}.br`), brotli);
  writeFileSync(join(fresh, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  return { file, brotli: brotli.length };
}

const wasm = place("xiaoxiang", "wasm", readFileSync(join(work, "xiaoxiang.wasm")));
const js = place("xiaoxiang", "js", readFileSync(join(work, "xiaoxiang.js")));
const css = place("xiaoxiang", "css", style);
writeFileSync(join(fresh, "manifest.json"), JSON.stringify({ css: css.file, js: js.file, wasm: wasm.file, input, wasm_brotli_bytes: wasm.brotli }));
rmSync(work, { recursive: true, force: true });
rmSync(site, { recursive: true, force: true });
renameSync(fresh, site);

const kilobytes = Math.ceil(wasm.brotli / 1000);
console.log(`→ site: WASM ${Math.ceil(statSync(join(site, wasm.file)).size / 1000)} KB, brotli ${kilobytes} KB`);
const KILOBYTES_MAX = 300;
if (kilobytes > KILOBYTES_MAX) {
  console.error(`The bundle is ${kilobytes} KB compressed; ${KILOBYTES_MAX} KB is the most an old PC should load.`);
  process.exit(1);
}
