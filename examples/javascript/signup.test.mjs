// A test in JavaScript against the sandbox, with nothing but Node.js: node --test examples/javascript
// It makes its own account, so that it can run beside any other test.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

const HOST = process.env.SMSCX_HOST ?? "http://127.0.0.1:8025";
const PHONE = "+31612469333";
let account;

async function call(method, path, body) {
  const headers = { "Content-Type": "application/json" };
  if (account) headers["X-API-KEY"] = account.apiKey;
  const response = await fetch(HOST + path, { method, headers, body: body && JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

before(async () => {
  account = (await call("POST", "/_sandbox/accounts", { balance: 1, clock: "frozen", demo: false })).body;
});

after(async () => {
  await call("DELETE", `/_sandbox/accounts/${account.apiKey}`);
});

test("a PIN is sent, and is valid for five minutes", async () => {
  const otp = (await call("POST", "/otp", { phoneNumber: PHONE, ttl: 300 })).body;
  const { found } = (await call("POST", "/_sandbox/expect", { pins: { to: PHONE }, timeout: 5 })).body;
  assert.equal(found.length, 1);

  await call("POST", "/_sandbox/clock", { advance: 299 });
  const wrong = await call("POST", `/otp/${otp.otpId}`, { pin: "no" });
  assert.equal(wrong.status, 400);
  const right = await call("POST", `/otp/${otp.otpId}`, { pin: found[0].pin });
  assert.deepEqual(right.body, { status: "VERIFIED" });
});

test("a PIN expires", async () => {
  const otp = (await call("POST", "/otp", { phoneNumber: PHONE, ttl: 300 })).body;
  const { pin } = (await call("GET", `/_sandbox/otps/${encodeURIComponent(PHONE)}`)).body;
  await call("POST", "/_sandbox/clock", { advance: 301 });
  const late = await call("POST", `/otp/${otp.otpId}`, { pin });
  assert.equal(late.status, 400);
});

test("the account sees its own messages only", async () => {
  const { messages } = (await call("GET", "/_sandbox/messages")).body;
  assert.equal(messages.length, 2);
  assert.equal((await call("GET", "/account/balance")).body.balance, 0.85);
});
