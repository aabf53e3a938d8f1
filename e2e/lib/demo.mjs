// The program as a process, the demo or a new installation: a free port, a folder of its own, gone when the tests are gone.

import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folder for what a run leaves behind; git ignores it. */
export const results = join(here, "results");

/** How long the first page may take: the demo writes its world before it listens. */
const PATIENCE_MS = 180_000;

/** The program under test: GEFLECHT_BIN, else the dev build. */
export function program() {
  const target = process.env.CARGO_TARGET_DIR ?? join(here, "..", "target");
  const path = process.env.GEFLECHT_BIN ?? join(resolve(target), "debug", "geflecht");
  if (!existsSync(path)) throw new Error(`There is no program at ${path}. Please type: cargo build -p geflecht`);
  return path;
}

/** The persons one can be in the demo, as the program lists them: [{ slug, description }]. */
export function personas() {
  const answer = spawnSync(program(), ["demo", "--personas"], { encoding: "utf8" });
  if (answer.status !== 0) throw new Error(`geflecht demo --personas: ${answer.stderr || answer.error}`);
  return answer.stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [slug, description] = line.split("\t");
      if (!slug || !description) throw new Error(`geflecht demo --personas: not slug<TAB>description: ${line}`);
      return { slug, description };
    });
}

/**
 * A running demo: { url, stop }. With GEFLECHT_URL set it is the one already running there, and stop leaves it alone.
 */
export async function demo() {
  if (process.env.GEFLECHT_URL) return { url: process.env.GEFLECHT_URL.replace(/\/$/, ""), stop: async () => {} };
  return started("demo");
}

/** A demo for one journey, with settings of its own from the environment: { url, stop, log }. */
export async function demoWith(settings) {
  return started("demo", settings);
}

/** A new installation with an empty database: { url, stop, setUp }, where `setUp` is the path its first line of advice names. */
export async function installation() {
  const site = await started("serve");
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const found = readFileSync(site.log, "utf8").match(/\/einrichtung\/[A-Za-z0-9-]+/);
    if (found) return { ...site, setUp: found[0] };
    await sleep(100);
  }
  await site.stop();
  throw new Error(`The program names no set-up: ${readFileSync(site.log, "utf8").slice(-2000)}`);
}

/** The program with a command, on a free port and a folder of its own. */
async function started(command, settings = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(tmpdir(), `geflecht-${command}-`));
  mkdirSync(results, { recursive: true });
  const log = join(results, `${command}-${process.pid}.log`);
  const out = openSync(log, "w");
  const child = spawn(program(), [command, "--listen", `127.0.0.1:${port}`, "--data", data], {
    stdio: ["ignore", out, out],
    detached: true,
    env: { ...process.env, ...settings },
  });
  closeSync(out);
  const ended = new Promise((done) => child.once("exit", (code, signal) => done(signal ?? `code ${code}`)));
  const failed = new Promise((_, fail) => child.once("error", fail));
  // The guard's input ends with this process, whatever ends it; then it stops the program and clears up.
  const guard = spawn("sh", ["-c", 'cat >/dev/null; kill "$1" 2>/dev/null; sleep 1; rm -rf -- "$2"', "guard", `${child.pid}`, data], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.unref();
  const stop = async () => {
    child.kill("SIGTERM");
    const slow = sleep(10_000, "slow", { ref: false });
    if ((await Promise.race([ended, slow])) === "slow") child.kill("SIGKILL");
    await ended;
    rmSync(data, { recursive: true, force: true });
    guard.kill("SIGKILL");
    guard.stdin.destroy();
  };
  try {
    await Promise.race([ready(url), failed, ended.then((how) => Promise.reject(new Error(`the program ended with ${how}`)))]);
  } catch (trouble) {
    if (child.pid) await stop();
    throw new Error(`${trouble.message}\n${readFileSync(log, "utf8").slice(-4000)}`);
  }
  return { url, stop, log };
}

/** Asks for the first page until it comes. */
async function ready(url) {
  const until = Date.now() + PATIENCE_MS;
  let last = "no answer";
  while (Date.now() < until) {
    try {
      const answer = await fetch(url, { redirect: "manual" });
      if (answer.status < 500) return;
      last = `status ${answer.status}`;
    } catch (trouble) {
      last = trouble.cause?.code ?? trouble.message;
    }
    await sleep(100);
  }
  throw new Error(`${url} is not ready after ${PATIENCE_MS / 1000} s (${last})`);
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
