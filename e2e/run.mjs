// Runs the journeys: `node run.mjs [WORD …]` takes those whose file name contains a word, without words all.
// One demo serves them all; a journey that needs one for itself starts it with `demo()` of lib/demo.mjs.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { demo } from "./lib/demo.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "journeys");
const words = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort()
  .map((name) => join(folder, name));
if (files.length === 0) {
  console.error(`No journey is called ${words.join(" or ")}.`);
  process.exit(1);
}

const site = await demo();
const options = ["--test", "--test-reporter=spec", `--test-concurrency=${Math.max(1, availableParallelism())}`];
const tests = spawn(process.execPath, [...options, ...files], {
  stdio: "inherit",
  env: { ...process.env, GEFLECHT_URL: site.url },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => tests.kill(signal));
const code = await new Promise((done) => tests.once("exit", (status) => done(status ?? 1)));
await site.stop();
process.exit(code);
