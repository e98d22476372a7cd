"use strict";
function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
  node.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return node;
}
const resolve = (spec, node) => { while (node && node.$ref) node = node.$ref.split("/").slice(1).reduce((at, name) => at[name], spec); return node || {}; };
const typeOf = schema => [].concat(schema.type || (schema.enum ? "string" : "object")).join(" or ") + (schema.enum ? ": " + schema.enum.join(", ") : "");
/* Text with names in backticks. */
const prose = text => String(text ?? "").split(/`([^`]+)`/).map((part, at) => at % 2 ? make("code", {}, part) : part);
/* Name of a field with its type below, so that the description has the width of the page. */
const named = (name, ...about) => [make("b", {}, name), make("span", { class: "soft" }, about.filter(Boolean).join(" · "))];
const table = (kind, head, rows) => rows.length ? make("table", { class: kind }, make("thead", {}, make("tr", {}, ...head.map(name => make("th", { scope: "col" }, name)))),
  make("tbody", {}, ...rows.map(row => make("tr", {}, ...row.map(cell => make("td", {}, ...[].concat(cell))))))) : "none";

function fields(spec, schema, prefix = "", depth = 0) {
  const node = resolve(spec, schema);
  const parts = (node.anyOf || node.oneOf || []).flatMap(each => fields(spec, each, prefix, depth + 1));
  return parts.concat(Object.entries(node.properties || {}).flatMap(([name, each]) => {
    const value = resolve(spec, each);
    const row = [named(prefix + name, typeOf(value), (node.required || []).includes(name) && "required"), prose(each.description || value.description)];
    const inner = value.type === "array" ? value.items : value;
    return [row, ...(depth < 3 ? fields(spec, inner, prefix + name + (value.type === "array" ? "[]." : "."), depth + 1) : [])];
  }));
}

function operation(spec, method, path, item) {
  const box = make("div", {});
  const details = make("details", { id: item.operationId, "data-text": (method + " " + path + " " + item.operationId + " " + (item.summary || "")).toLowerCase() },
    make("summary", {}, make("b", {}, method.toUpperCase()), path + " ", make("span", { class: "soft" }, item.operationId)), box);
  details.addEventListener("toggle", () => {
    if (!details.open || box.childElementCount) return;
    const body = item.requestBody && Object.values(item.requestBody.content)[0];
    const success = item.responses[Object.keys(item.responses)[0]];
    const result = success && success.content && Object.values(resolve(spec, success).content)[0];
    box.append(make("p", { class: "soft" }, ...prose(item.description || item.summary)),
      make("h3", {}, "Parameters"), table("fields", ["Name", "Description"], (item.parameters || []).map(each => resolve(spec, each)).map(each =>
        [named(each.name, each.in, typeOf(each.schema), each.required && "required"), prose(each.description)])));
    if (body) box.append(make("h3", {}, "Body"), table("fields", ["Field", "Description"], fields(spec, body.schema)));
    if (body && body.example) box.append(make("pre", { tabindex: "0" }, JSON.stringify(body.example, null, 2)));
    if (result && result.example) box.append(make("h3", {}, "Response"), make("pre", { tabindex: "0" }, JSON.stringify(result.example, null, 2)));
    if (item["x-errors"]) box.append(make("h3", {}, "Errors"), table("errors", ["Code", "Type", "Status"], item["x-errors"].map(each => [each.code, each.type, each.status].map(String))));
  });
  return details;
}

async function load() {
  for (const [title, file] of [["API", "openapi.json"], ["Control API", "control.json"]]) {
    const spec = await (await fetch("/_sandbox/" + file)).json();
    const groups = new Map();
    for (const [path, item] of Object.entries(spec.paths)) for (const [method, each] of Object.entries(item)) {
      const name = (each.tags || [title])[0];
      groups.set(name, [...(groups.get(name) || []), operation(spec, method, path, each)]);
    }
    for (const [name, nodes] of groups) document.getElementById("list").append(make("section", {}, make("h2", {}, name), ...nodes));
  }
}
const search = document.getElementById("search");
function filter() {
  const wanted = search.value.trim().toLowerCase();
  for (const node of document.querySelectorAll("details[data-text]")) node.hidden = !node.dataset.text.includes(wanted);
  for (const section of document.querySelectorAll("section")) section.hidden = !section.querySelector("details:not([hidden])");
}
search.addEventListener("input", filter);
document.getElementById("inbox").href = "/" + location.search;
/* A link such as /docs#send_sms opens the operation. */
function openLinked() {
  const details = document.getElementById(location.hash.slice(1));
  if (!details?.matches("details")) return;
  search.value = "";
  filter();
  details.open = true;
  details.scrollIntoView();
}
addEventListener("hashchange", openLinked);
load().then(openLinked);
