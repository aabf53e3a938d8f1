// Makes kern.css from the published package. Run at development time only; the Rust build needs no Node.
//   npm pack @kern-ux/native@2.7.2 && tar xzf kern-ux-native-2.7.2.tgz
//   npm install --no-save sass lightningcss
//   node trim.mjs package/src/scss kern.css
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [scssFolder, out] = process.argv.slice(2);
if (!out) {
  console.error('usage: node trim.mjs <scss folder of the package> <output file>');
  process.exit(2);
}
// Tools are taken from the folder one stands in, so nothing has to be installed beside this file.
const require = createRequire(pathToFileURL(join(process.cwd(), 'here.js')));
const sass = require('sass');
const { transform } = require('lightningcss');
const here = dirname(fileURLToPath(import.meta.url));

let css = sass.compileString(readFileSync(join(here, 'geflecht.scss'), 'utf8'), {
  loadPaths: [scssFolder],
  quietDeps: true,
  silenceDeprecations: ['import', 'if-function', 'global-builtin', 'color-functions'],
}).css.replace(/\/\*[\s\S]*?\*\//g, '');

// Masks with pictures as data: addresses would force the content policy open; own CSS draws those marks.
css = css.replace(/(?:-webkit-)?mask(?:-image)?:\s*url\("data:[^"]*"\)[^;}]*;?/g, '');

// A custom property nobody reads is dead weight. Dropping one may orphan the next, hence the loop.
// The look-behind keeps selectors such as .kern-btn--primary:hover out of it.
const declaration = /(?<=[{;}]\s*)(--[\w-]+)\s*:[^;{}]*;?/g;
for (let dropped = 1; dropped > 0; ) {
  dropped = 0;
  const read = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1]));
  css = css.replace(declaration, (whole, name) => (read.has(name) ? whole : (dropped++, '')));
}

const { code } = transform({
  filename: 'kern.css',
  code: Buffer.from(css),
  minify: true,
  targets: { chrome: 111 << 16, firefox: 113 << 16, safari: (15 << 16) | (4 << 8) },
});
writeFileSync(
  out,
  '/*! KERN UX @kern-ux/native 2.7.2, trimmed for Geflecht (see README.md). Licensed under EUPL-1.2. */\n' + code + '\n',
);
