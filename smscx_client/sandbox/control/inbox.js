"use strict";

/* Data of the page. An account of its own is in the address of the page: /?account=KEY */
const PAGE = { messages: 200, pins: 200, webhooks: 50, requests: 100 }, MOST = { messages: 10000, pins: 1000, webhooks: 1000, requests: 500 };
const MAX_PHONES = 200, MAX_CACHED_ROWS = 20000, MAX_POSITIONS = 5;
const limits = { ...PAGE };
const account = new URLSearchParams(location.search).get("account");
const $ = id => document.getElementById(id);
const state = {
  view: "messages", messages: [], pins: [], webhooks: [], requests: [], currency: "", settings: {}, phoneChosen: false,
  target: null, linked: null, filters: {}, announced: -1, last: null,
};
const GOOD = new Set(["DELIVERED", "VERIFIED", "delivered"]);
const BAD = new Set(["FAILED", "REJECTED", "NO COVERAGE", "EXPIRED", "CANCELLED", "skipped"]);
const CHANNELS = { sms: "SMS", viber: "Viber", whatsapp: "WhatsApp" };
const FILTERS = { campaignId: "Campaign", trackData: "Track data" };

/* DOM and requests */
function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "click") node.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined && child !== "" && child !== false));
  return node;
}

const url = path => "/_sandbox/" + path + (account ? (path.includes("?") ? "&" : "?") + "account=" + encodeURIComponent(account) : "");

async function call(method, path, body) {
  const options = { method, headers: body ? { "Content-Type": "application/json" } : {}, body: body && JSON.stringify(body) };
  const response = await fetch(url(path), options);
  const value = await response.json();
  if (!response.ok) throw new Error(value.error.message);
  return value;
}

const announce = text => { $("announcement").textContent = text; };

/* Runs what a person has asked for; says in `errors` why it failed. */
async function act(action, done, errors = "problem") {
  $(errors).textContent = "";
  try { await action(); announce(done); await refresh(); } catch (error) { $(errors).textContent = error.message; }
}

/* Text */
const money = amount => amount.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 6 }) + " " + state.currency;
const plural = (count, noun) => count.toLocaleString("en") + " " + noun + (count === 1 ? "" : "s");
const shown = value => typeof value === "string" ? value : JSON.stringify(value, null, 2);
const dateOf = utc => new Date(utc.replace(" ", "T") + "Z");
const here = date => date.toLocaleTimeString("en-GB");
/* The time of the sandbox in UTC, with the local time of the browser beside it. */
function when(utc) {
  const date = dateOf(utc);
  return make("time", { datetime: date.toISOString(), title: date.toString() }, utc + " UTC" + (date.getTimezoneOffset() ? " · " + here(date) + " here" : ""));
}
function elapsed(from, to) {
  const seconds = (dateOf(to) - dateOf(from)) / 1000;
  return seconds < 120 ? "+ " + seconds + " s" : seconds < 7200 ? "+ " + Math.round(seconds / 60) + " min" : "+ " + Math.round(seconds / 3600) + " h";
}

/* Parts of rows */
const status = word => make("span", { class: "status" + (GOOD.has(word) ? " good" : BAD.has(word) ? " bad" : "") }, word);
const facts = (pairs, kind = "facts") => make("dl", { class: kind }, ...pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
  .flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, ...(Array.isArray(value) ? value : [make("bdi", {}, String(value))]))]));
const button = (text, click, label) => make("button", { class: "plain small", "aria-label": label, click }, text);
const part = (title, ...nodes) => make("div", {}, make("h3", {}, title), ...nodes);
const raw = (name, text) => make("pre", { tabindex: "0", role: "region", "aria-label": name }, text);
/* Text that people wrote: it may run from right to left, whatever is around it. */
const said = (text, attributes) => make("bdi", { class: "said", ...attributes }, text);
/* Text of the sandbox, with names in backticks. */
const prose = text => text.split(/`([^`]+)`/).map((part, at) => at % 2 ? make("code", {}, part) : part);
const phoneButton = number => make("button", { class: "to", title: "Show this phone", click: () => choose(number) }, number);

function copyButton(name, text, caption = "Copy") {
  const copy = button(caption, () => copied(text, copy, name), "Copy " + name);
  return copy;
}
async function copied(text, copy, name) {
  try { await navigator.clipboard.writeText(text); } catch {
    const field = make("textarea", {});
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    copy.focus();
  }
  copy.textContent = "Copied";
  announce("Copied " + name);
}
const copyLink = (view, id) => copyButton("link to this entry", location.origin + location.pathname + location.search + "#/" + view + "/" + id, "Copy link");

/* Details are made when they are opened, from `nodes`: a function, or one that returns a promise. */
function detailsOf(view, id, caption, nodes) {
  const box = make("div", { class: "details" });
  const details = make("details", {}, make("summary", { "aria-label": "Details of " + caption }, "Details"), box);
  details.addEventListener("toggle", async () => {
    if (details.open) {
      if (!details.isRedrawn) {
        markRead(view, id);
        state.target = { view, id };
        writeAddress();
      }
      details.isRedrawn = false;
      if (!box.childElementCount) box.replaceChildren(...await nodes());
    } else if (details.isConnected && state.target?.view === view && state.target.id === id) {
      state.target = null;
      writeAddress();
    }
  });
  return details;
}

/* Messages */
function messageRow(message) {
  return make("li", { class: "row", "data-key": message.id },
    make("div", { class: "line" },
      phoneButton(message.to), make("span", {}, "from ", make("bdi", {}, message.from)), status(message.status),
      make("span", { class: "mark" }, "New"), when(message.createdAt)),
    make("p", { class: "text", dir: "auto" }, message.text),
    message.reason && make("p", { class: "reason" }, message.reason + (message.errorCode === null ? "" : " Error code " + message.errorCode + ".")),
    make("p", { class: "meta" },
      make("span", {}, CHANNELS[message.channel] || message.channel),
      make("span", {}, plural(message.parts, "part")), make("span", {}, message.encoding), make("span", {}, money(message.cost)),
      make("span", {}, message.countryIso),
      message.scheduledAt && message.status === "SCHEDULED" && make("span", {}, "due " + message.scheduledAt)),
    detailsOf("messages", message.id, "the message to " + message.to, async () => messageDetails(await call("GET", "messages/" + message.id))));
}

/* Each character that forces UCS-2 once: its code, since some are invisible, and where it is. */
function charactersOf(nonGsm) {
  const uses = new Map();
  for (const each of nonGsm) uses.set(each.character, [...(uses.get(each.character) || []), each]);
  return [...uses].map(([character, found]) => {
    const more = found.length - MAX_POSITIONS, at = found.slice(0, MAX_POSITIONS).map(each => each.position).join(", ");
    return ["U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"), [make("mark", {}, make("bdi", {}, character)),
      "at " + at + (more > 0 ? " and " + more + " more" : "") + (found[0].replacement ? ": " + found[0].replacement + " is in GSM-7" : "")]];
  });
}

function messageDetails(message) {
  const filterBy = name => button("Show all", () => filter(name, message[name]), "Show all messages of this " + FILTERS[name].toLowerCase());
  const steps = message.timeline, withChannel = new Set(steps.map(step => step.channel)).size > 1;
  const step = each => make("li", {}, status(each.status), when(each.at), withChannel && make("span", {}, CHANNELS[each.channel]),
    each.at !== steps[0].at && make("span", {}, elapsed(steps[0].at, each.at)));
  const click = link => button("Open as " + message.to, () => act(() => call("POST", "clicks", { url: link, phoneNumber: message.to }), "Opened"), "Open " + link + " as " + message.to);
  const due = message.scheduledAt && message.status === "SCHEDULED" && make("li", {}, make("span", {}, "due"), when(message.scheduledAt));
  return [
    part("Status", make("ol", { class: "timeline" }, ...steps.map(step), due)),
    part(plural(message.texts.length, "part"), facts(message.texts.map((text, at) => ["Part " + (at + 1) + " of " + message.texts.length, [said(text, { "data-part": at + 1 })]]))),
    message.nonGsm.length && part("Forces UCS-2", facts(charactersOf(message.nonGsm), "facts forced")),
    message.links.length && part("Links", facts(message.links.map(link => [link, [click(link), copyButton(link, link)]]))),
    part("Ids", facts([
      ["Message id", [message.msgId, copyButton("message id", message.msgId)]],
      ["Campaign id", [message.campaignId, copyButton("campaign id", message.campaignId), filterBy("campaignId")]],
      ["Track data", message.trackData && [message.trackData, copyButton("track data", message.trackData), filterBy("trackData")]],
      ["Requested sender", message.requestedFrom === message.from ? null : message.requestedFrom + ", which is not approved"],
    ])),
    make("div", { class: "buttons" },
      button("Show its request", () => show("requests", { search: message.campaignId, refused: "" })),
      copyButton("text", message.text, "Copy text"), copyLink("messages", message.id),
      make("a", { class: "plain small", href: url("messages/" + message.id), target: "_blank" }, "JSON")),
  ].filter(Boolean);
}

/* Requests */
function requestRow(entry) {
  return make("li", { class: "row", "data-key": entry.id },
    make("div", { class: "line" },
      make("b", { class: "path" }, entry.method + " " + entry.path), make("span", { class: "status " + (entry.refused ? "bad" : "good") }, entry.status),
      entry.operation ? make("a", { href: "/docs" + location.search + "#" + entry.operation }, entry.operation) : make("span", {}, "no operation"), when(entry.at)),
    entry.error && make("p", { class: "text" }, ...prose(entry.error.message), " (code " + entry.error.code + ")"),
    entry.remedy && make("p", { class: "remedy" }, ...prose(entry.remedy)),
    detailsOf("requests", entry.id, "request " + entry.id, () => requestDetails(entry)));
}

function requestDetails(entry) {
  const campaign = entry.response.body?.info?.campaignId;
  const body = (name, value) => value === null ? make("p", { class: "meta" }, "No body") : raw(name, shown(value));
  return [
    part("Request", body("Body of the request", entry.request.body), facts([["Query", entry.query], ...Object.entries(entry.request.headers)])),
    part("Response " + entry.status + (entry.seconds ? " after " + entry.seconds + " s" : ""), body("Body of the response", entry.response.body), facts(Object.entries(entry.response.headers))),
    make("div", { class: "buttons" },
      campaign && button("Show its messages", () => filter("campaignId", campaign)),
      copyButton("request as a curl command", curl(entry), "Copy as curl"), copyLink("requests", entry.id)),
  ];
}

const quoted = text => "'" + text.replaceAll("'", "'\\''") + "'";
function curl(entry) {
  const secrets = { "x-api-key": "X-API-KEY: $SMSCX_API_KEY", authorization: "Authorization: Bearer $SMSCX_ACCESS_TOKEN" };
  const { headers, body } = entry.request;
  const kept = ["content-type", "accept", "x-idempotency-id"].filter(name => headers[name]);
  return ["curl -X " + entry.method, quoted(location.origin + encodeURI(entry.path) + (entry.query ? "?" + entry.query : "")),
    ...Object.keys(secrets).filter(name => headers[name]).map(name => '-H "' + secrets[name] + '"'),
    ...kept.map(name => "-H " + quoted(name + ": " + headers[name])),
    ...(body === null ? [] : ["--data-raw " + quoted(typeof body === "string" ? body : JSON.stringify(body))])].join(" \\\n  ");
}

/* PINs and webhooks */
function pinRow(otp) {
  return make("li", { class: "row", "data-key": otp.otpId },
    make("div", { class: "line" }, phoneButton(otp.phoneNumber), status(otp.status), when(otp.dateCreated)),
    make("div", { class: "side" }, make("span", { class: "pin" }, otp.pin), copyButton("PIN for " + otp.phoneNumber, otp.pin)),
    make("p", { class: "meta" }, make("span", {}, "valid until ", when(otp.dateExpires)),
      make("span", {}, otp.attempts + " of " + plural(otp.maxAttempts, "attempt"))));
}

function webhookRow(hook) {
  const replay = () => act(() => call("POST", "webhooks/" + hook.id + "/replay"), hook.event + " will be posted again");
  const body = JSON.stringify({ event: hook.event, data: hook.data }, null, 2);
  const outcome = attempt => attempt.status === null ? attempt.error : "HTTP " + attempt.status;
  return make("li", { class: "row", "data-key": hook.id },
    make("div", { class: "line" }, make("b", {}, hook.event), status(hook.state), when(hook.createdAt)),
    make("p", { class: "text" }, hook.url),
    make("div", { class: "side" }, button("Replay", replay, "Post " + hook.event + " number " + hook.id + " again"), make("span", { class: "meta" },
      make("span", {}, plural(hook.data.length, "item")), make("span", {}, plural(hook.attempts.length, "attempt")),
      hook.nextAttemptAt && make("span", {}, "next at " + hook.nextAttemptAt),
      hook.replayOf && make("span", {}, "replay of " + hook.replayOf))),
    hook.attempts.length > 0 && make("ul", { class: "attempts" }, ...hook.attempts.map(attempt => make("li", {}, when(attempt.startedAt), " · " + outcome(attempt)))),
    detailsOf("webhooks", hook.id, "webhook " + hook.id, () => [
      part("Body", raw("Body of the webhook", body)),
      make("div", { class: "buttons" }, copyButton("body", body, "Copy body"), copyLink("webhooks", hook.id))]));
}

/* Views. `one` loads an entry that a link names and the list does not have. */
const VIEWS = {
  messages: { row: messageRow, key: message => message.id, search: "Search number, text, sender or status", one: id => call("GET", "messages/" + id) },
  pins: { row: pinRow, key: otp => otp.otpId, search: "Search number, PIN or status" },
  webhooks: { row: webhookRow, key: hook => hook.id, search: "Search event, URL, body or state",
    one: async id => (await call("GET", "webhooks?limit=1&after=" + (id - 1))).webhooks.find(hook => hook.id === id) },
  requests: { row: requestRow, key: entry => entry.id, search: "Search path, operation, request or response", one: id => call("GET", "requests/" + id) },
};
const names = Object.keys(VIEWS);

function emptyList() {
  const box = (title, ...nodes) => make("li", { class: "empty" }, make("b", {}, title), ...nodes);
  const wanted = isFiltered() || state.view !== "messages" && $("search").value.trim();
  if (wanted) return box("Nothing found", "No entry matches the search and the filters. ", make("p", {}, button("Clear filters", clearFilters)));
  if (state.view === "pins") return box("No PINs yet", "PINs of one-time passwords appear here, ready to copy.");
  if (state.view === "webhooks") return box("No webhooks yet", "Set a callback URL in a request, or in the settings of the application: the webhooks to it appear here.");
  if (state.view === "requests") return box($("refused").value ? "No refused requests" : "No requests yet", "Requests that the API refuses appear here, with the reason and what to do.");
  const variables = "export SMSCX_HOST=" + location.origin + "\nexport SMSCX_API_KEY=" + (state.settings.apiKey || "");
  return box("No messages yet", "Messages that your program sends appear here immediately. Set these variables for it:",
    raw("Environment variables", variables), copyButton("environment variables", variables));
}

const cache = new Map();
/* Unchanged rows keep their DOM node, so that a redraw loses no click and no selection. */
function rowOf(view, item) {
  const key = state.view + view.key(item), content = JSON.stringify(item) + state.currency;
  if (cache.get(key)?.content !== content) {
    if (cache.size > MAX_CACHED_ROWS) cache.clear();
    cache.set(key, { content, node: view.row(item) });
  }
  return cache.get(key).node;
}

function place(list, rows) {
  rows.forEach((row, at) => { if (list.children[at] !== row) list.insertBefore(row, list.children[at] || null); });
  while (list.children.length > rows.length) list.lastChild.remove();
}

function draw() {
  const view = VIEWS[state.view], list = $("list"), active = document.activeElement;
  const key = list.contains(active) ? active.closest("[data-key]")?.dataset.key : null;
  const at = key ? [...active.closest("[data-key]").querySelectorAll("button,summary,a")].indexOf(active) : -1;
  const open = list.dataset.view === state.view ? new Set([...list.querySelectorAll("details[open]")].map(node => node.closest("[data-key]").dataset.key)) : new Set();
  const items = state.linked?.view === state.view ? [state.linked.item, ...state[state.view].filter(item => view.key(item) !== view.key(state.linked.item))] : state[state.view];
  place(list, items.length ? items.map(item => rowOf(view, item)) : [emptyList()]);
  list.dataset.view = state.view;
  for (const row of list.querySelectorAll("[data-key]")) {
    const details = row.querySelector("details");
    if (open.has(row.dataset.key) && !details.open) Object.assign(details, { isRedrawn: true, open: true });
    if (row.dataset.key === key) row.querySelectorAll("button,summary,a")[at]?.focus();
    row.classList.toggle("new", state.view === "messages" && isUnread(Number(row.dataset.key)));
  }
  for (const name of names) {
    $("tab-" + name).setAttribute("aria-selected", name === state.view);
    $("tab-" + name).tabIndex = name === state.view ? 0 : -1;
    $("count-" + name).textContent = state[name].length + (state[name].length === limits[name] ? "+" : "");
  }
  drawAround();
}

function drawAround() {
  const isMessages = state.view === "messages", count = state.messages.filter(message => isUnread(message.id)).length;
  document.title = (count ? "(" + count + ") " : "") + "Inbox · SMS.CX sandbox";
  $("unread").hidden = !isMessages || !count;
  $("unread").firstChild.textContent = plural(count, "new message");
  const refusal = isMessages && state.last?.refused ? state.last : null;
  $("refusal").hidden = !refusal;
  $("refusal").firstChild.replaceChildren(...(refusal ? ["The last request was refused. " + refusal.method + " " + refusal.path + ": ",
    ...prose(refusal.error?.message || "status " + refusal.status)] : []));
  $("count-requests").classList.toggle("bad", Boolean($("refused").value) && state.requests.length > 0);
  $("search").placeholder = VIEWS[state.view].search;
  $("status").hidden = $("channel-filter").hidden = !isMessages;
  $("refused").hidden = state.view !== "requests";
  $("chips").replaceChildren(...Object.keys(state.filters).filter(() => isMessages).map(name =>
    make("button", { class: "chip", "aria-label": "Remove the filter " + FILTERS[name], click: () => filter(name, null) }, FILTERS[name] + " " + state.filters[name] + " ×")));
  const isWhole = state[state.view].length < limits[state.view], isMost = limits[state.view] >= MOST[state.view];
  $("older").hidden = isWhole || isMost;
  $("most").hidden = isWhole || !isMost;
  $("most").textContent = "This list ends here. Search to find what is older than the newest " + MOST[state.view].toLocaleString("en") + ".";
  $("panel").setAttribute("aria-labelledby", "tab-" + state.view);
}

/* New messages: those that came after the page was first opened in this tab, until their details are opened */
const STORE = "read " + (account || "");
const read = (() => {
  const { seen = -1, ids = [] } = JSON.parse(sessionStorage.getItem(STORE) || "{}");
  return { seen, ids: new Set(ids) };
})();
const isUnread = id => read.seen >= 0 && id > read.seen && !read.ids.has(id);
function markRead(view, id) {
  if (view !== "messages" || !isUnread(id)) return;
  read.ids.add(id);
  keepRead();
  draw();
}
function markAllRead(latest) {
  read.seen = latest;
  read.ids.clear();
  keepRead();
}
const keepRead = () => sessionStorage.setItem(STORE, JSON.stringify({ seen: read.seen, ids: [...read.ids] }));

function noteArrivals() {
  if (isFiltered()) return;
  const latest = Math.max(0, ...state.messages.map(message => message.id));
  if (read.seen < 0 || latest < read.seen) markAllRead(latest); // first visit, or the sandbox was reset
  const arrived = state.announced < 0 ? 0 : state.messages.filter(message => message.id > state.announced).length;
  if (arrived) announce(plural(arrived, "new message"));
  state.announced = latest;
}

/* The address of the page names view, entry and filters: #/messages/12?status=FAILED */
const FIELDS = { search: "search", status: "status", channel: "channel-filter", refused: "refused" };
const DEFAULTS = { refused: "1" };
function writeAddress(isNew = false) {
  const query = new URLSearchParams();
  for (const [name, id] of Object.entries(FIELDS)) if (!$(id).hidden && $(id).value !== (DEFAULTS[name] || "")) query.set(name, $(id).value);
  if (state.view === "messages") for (const [name, value] of Object.entries(state.filters)) query.set(name, value);
  const target = state.target?.view === state.view ? "/" + state.target.id : "";
  const hash = "#/" + state.view + target + (query.size ? "?" + query : "");
  if (hash !== location.hash && (location.hash || hash !== "#/messages")) history[isNew ? "pushState" : "replaceState"](null, "", hash);
}
function readAddress() {
  const [path, query] = location.hash.slice(2).split("?");
  const [view, id] = path.split("/"), values = new URLSearchParams(query);
  state.view = names.includes(view) ? view : "messages";
  state.target = id ? { view: state.view, id: state.view === "pins" ? id : Number(id) } : null;
  state.linked = null;
  for (const [name, field] of Object.entries(FIELDS)) $(field).value = values.get(name) ?? DEFAULTS[name] ?? "";
  state.filters = Object.fromEntries(Object.keys(FILTERS).filter(name => values.get(name)).map(name => [name, values.get(name)]));
  draw();
  refresh().then(openTarget);
}
async function openTarget() {
  if (!state.target || state.target.view !== state.view) return;
  const view = VIEWS[state.view], { id } = state.target;
  if (!state[state.view].some(item => view.key(item) === id)) {
    const item = await (view.one ? view.one(id) : Promise.reject(new Error())).catch(() => null);
    if (!item) { announce("The entry of this link does not exist any more"); state.target = null; return writeAddress(); }
    state.linked = { view: state.view, item };
    draw();
  }
  const row = $("list").querySelector('[data-key="' + id + '"]'), details = row?.querySelector("details");
  if (details) details.open = true;
  details?.querySelector("summary").focus({ preventScroll: true });
  row?.scrollIntoView({ block: "start" });
}

function show(name, values = {}) {
  const isOther = state.view !== name;
  if (isOther) { $("search").value = ""; state.target = null; }
  state.view = name;
  state.linked = null;
  for (const [field, value] of Object.entries(values)) $(FIELDS[field]).value = value;
  draw();
  writeAddress(isOther);
  return refresh().then(() => { if (document.activeElement === document.body) $("panel").focus({ preventScroll: true }); }); // what had the focus is gone
}
function filter(name, value) {
  state.filters = { ...state.filters, [name]: value };
  if (value === null) delete state.filters[name];
  show("messages", value === null ? {} : { search: "", status: "", channel: "" });
}
function clearFilters() {
  state.filters = {};
  for (const [name, field] of Object.entries(FIELDS)) $(field).value = DEFAULTS[name] || "";
  show(state.view);
}
const isFiltered = () => state.view === "messages" && Boolean($("search").value.trim() || $("status").value || $("channel-filter").value || Object.keys(state.filters).length);

/* Loading: again after each change of state, but never twice at the same time */
async function load() {
  const query = (name, values) => name + "?" + new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  const text = view => state.view === view ? $("search").value.trim() : "";
  const ofMessages = state.view === "messages" ? { status: $("status").value, channel: $("channel-filter").value, ...state.filters } : {};
  const [messages, otps, hooks, requests, last, balance, clock, phones] = await Promise.all([
    call("GET", query("messages", { latest: limits.messages, search: text("messages"), ...ofMessages })),
    call("GET", query("otps", { latest: limits.pins, search: text("pins") })),
    call("GET", query("webhooks", { latest: limits.webhooks, search: text("webhooks") })),
    call("GET", query("requests", { latest: limits.requests, search: text("requests"), refused: $("refused").value })),
    call("GET", "requests?latest=1"), call("GET", "balance"), call("GET", "clock"), call("GET", "phones?latest=" + MAX_PHONES)]);
  state.currency = balance.currency.toUpperCase();
  state.messages = messages.messages.reverse();
  state.pins = otps.otps;
  state.webhooks = hooks.webhooks.reverse();
  state.requests = requests.requests.reverse();
  state.last = last.requests[0];
  $("balance").textContent = money(balance.balance);
  drawClock(clock);
  place($("numbers"), phones.phones.map(phone => make("option", { value: phone })));
  if (!state.phoneChosen) $("number").value = phones.phones[0] || "";
  noteArrivals();
  draw();
  await thread();
  if (!$("controls").hidden) await loadControls();
}
let busy = null, again = false;
function refresh() {
  if (busy) { again = true; return busy; }
  busy = (async () => {
    do {
      again = false;
      try { await load(); } catch { $("link").className = ""; $("link").textContent = "Not connected"; }
      if (again) await new Promise(resolve => { setTimeout(resolve, 100); });
    } while (again);
    busy = null;
  })();
  return busy;
}

function drawClock(clock) {
  const date = dateOf(clock.now);
  $("clock").textContent = clock.now;
  $("here").hidden = !date.getTimezoneOffset();
  $("local").textContent = here(date);
}

/* The phone */
async function thread() {
  const number = $("number").value.trim();
  const conversation = /^\+[0-9]{5,15}$/.test(number) ? (await call("GET", "phones/" + encodeURIComponent(number))).messages : [];
  const bubbles = conversation.map(message => make("p", { class: "bubble " + message.type }, said(message.text),
    make("small", {}, (message.type === "sent" ? "from " + message.originator : "to " + message.originator) + " · " + (CHANNELS[message.channel] || message.channel) + " · " + message.datetime)));
  const box = $("thread"), grew = box.childElementCount !== bubbles.length || box.dataset.of !== number;
  box.dataset.of = number;
  box.replaceChildren(...(bubbles.length ? bubbles : [make("p", { class: "empty" }, number ? "No messages on this phone yet." : "Choose a number.")]));
  if (grew) box.scrollTop = box.scrollHeight;
}
function choose(number) {
  state.phoneChosen = true;
  $("number").value = number;
  thread();
  $("text").focus();
}
$("number").addEventListener("input", () => { state.phoneChosen = true; thread(); });
$("reply").addEventListener("submit", event => {
  event.preventDefault();
  const values = { channel: $("channel").value, from: $("number").value.trim(), text: $("text").value };
  if ($("recipient").value.trim()) values.to = $("recipient").value.trim();
  act(async () => { await call("POST", "inbound", values); $("text").value = ""; }, "Sent", "error");
});
$("text").addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("reply").requestSubmit();
});
$("set-outcome").addEventListener("click", () => act(() => call("POST", "outcomes", { phoneNumber: $("number").value.trim(), outcome: $("outcome").value }), "Set", "error"));
$("opt-out").addEventListener("click", () => act(() => call("POST", "optouts", { phoneNumber: $("number").value.trim() }), "Opted out", "error"));

/* The controls */
const control = (action, done) => act(action, done, "controls-error");
async function loadControls() {
  const [{ snapshots }, { faults }] = await Promise.all([call("GET", "snapshots"), call("GET", "faults")]);
  place($("snapshots"), snapshots.map(name => make("option", { value: name })));
  const active = faults.filter(rule => rule.times !== 0);
  const remove = rule => control(() => call("DELETE", "faults/" + rule.id), "Removed");
  $("faults").replaceChildren(...active.map(rule => make("li", {}, describe(rule), button("Remove", () => remove(rule), "Remove the fault: " + describe(rule)))));
}
function describe({ id, operation, times, probability, struck, ...effect }) {
  const what = Object.entries(effect).map(([name, value]) => value === true ? name : name === "webhook" ? value : name + " " + value).join(", ");
  return (operation === "*" ? "any call" : operation === "webhook:*" ? "any webhook" : operation.replace("webhook:", "webhooks of ")) + ": " + what + (times === null ? "" : ", " + plural(times, "time")) + (probability < 1 ? ", probability " + probability : "");
}
const FAULTS = { 503: { status: 503 }, 429: { status: 429 }, reset: { reset: true }, lost: { reset: true, when: "after" } };
$("toggle").addEventListener("click", () => {
  const open = $("controls").hidden;
  $("controls").hidden = !open;
  $("toggle").setAttribute("aria-expanded", open);
  if (open) loadControls();
});
for (const each of document.querySelectorAll("[data-advance]"))
  each.addEventListener("click", () => control(() => call("POST", "clock", { advance: Number(each.dataset.advance) }), "The clock was moved"));
$("tick").addEventListener("click", () => control(() => call("POST", "tick"), "Messages got their next status"));
$("clear").addEventListener("click", () => { if (confirm("Delete all messages and start again?")) control(() => call("POST", "reset"), "Cleared"); });
$("add-fault").addEventListener("click", () => control(() => call("POST", "faults", { ...FAULTS[$("fault").value], operation: "*", times: 1 }), "The next call fails"));
$("take").addEventListener("click", () => control(() => call("POST", "snapshots", { name: $("snapshot").value.trim() }), "Snapshot taken"));
$("restore").addEventListener("click", () => control(() => call("POST", "snapshots/" + encodeURIComponent($("snapshot").value.trim()) + "/restore"), "Restored"));

/* Tabs and filters */
for (const name of names) {
  $("tab-" + name).addEventListener("click", () => show(name));
  $("tab-" + name).addEventListener("keydown", event => {
    const at = names.indexOf(name);
    const next = names[{ ArrowRight: (at + 1) % names.length, ArrowLeft: (at + names.length - 1) % names.length, Home: 0, End: names.length - 1 }[event.key]];
    if (!next) return;
    event.preventDefault();
    show(next);
    $("tab-" + next).focus();
  });
}
$("search").addEventListener("input", () => { writeAddress(); refresh(); });
for (const id of ["status", "channel-filter", "refused"]) $(id).addEventListener("change", () => { writeAddress(); refresh(); });
$("older").addEventListener("click", () => { limits[state.view] = Math.min(MOST[state.view], limits[state.view] + PAGE[state.view]); refresh(); });
$("unread").lastChild.addEventListener("click", () => { markAllRead(Math.max(...state.messages.map(message => message.id))); draw(); $("panel").focus(); });
$("refusal").lastChild.addEventListener("click", async () => {
  const { id } = state.last;
  await show("requests", { refused: "1" });
  state.target = { view: "requests", id };
  openTarget();
});
addEventListener("popstate", () => { if (!location.hash || location.hash.startsWith("#/")) readAddress(); });

/* Shortcuts of one key, which a person can turn off */
const KEYS = {
  "/": () => $("search").focus(), "?": () => $("help").showModal(), p: () => $("text").focus(), j: () => step(1), k: () => step(-1),
  ...Object.fromEntries(names.map((name, at) => [at + 1, () => { show(name); $("tab-" + name).focus(); }])),
};
function step(by) {
  const rows = [...$("list").querySelectorAll("[data-key]")];
  const at = rows.indexOf(document.activeElement.closest("[data-key]"));
  const row = rows[at < 0 ? 0 : at + by];
  (row?.querySelector("summary") || row?.querySelector("button"))?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}
document.addEventListener("keydown", event => {
  const isTyping = event.target.closest("input, select, textarea, dialog");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !$("shortcuts").checked || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
$("help-button").addEventListener("click", () => $("help").showModal());
$("shortcuts").checked = localStorage.getItem("shortcuts") !== "off";
$("shortcuts").addEventListener("change", () => localStorage.setItem("shortcuts", $("shortcuts").checked ? "on" : "off"));

/* Start */
const source = new EventSource(url("events"));
source.addEventListener("open", () => { $("link").className = "live"; $("link").textContent = "Live"; });
source.addEventListener("error", () => { $("link").className = ""; $("link").textContent = "Reconnecting"; });
source.addEventListener("change", refresh);
setInterval(() => call("GET", "clock").then(drawClock, () => {}), 1000);
if (account) $("account").textContent = "account " + account;
$("reference").href = "/docs" + location.search;
call("GET", "settings").then(settings => {
  state.settings = settings;
  $("tick").hidden = settings.delivery !== "manual";
  draw();
});
readAddress();
