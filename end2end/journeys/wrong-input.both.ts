// Every form of cases and of the register gets nothing, then hostile texts: it answers with a message, keeps what was
// typed, and never fails on its own side.
import type { Page } from "@playwright/test";
import { fillIn, openCase } from "./case";
import { empty, fillHostile, LONG, neverDown, plainWords, SCRIPT, sendInVain, stays } from "./hostile";
import { accessible, expect, ready, signIn, test, visit } from "./page";

/** A form's page for each kind of act that is open to this person in some case of the bureau. */
async function formsOfActs(page: Page): Promise<Map<string, string>> {
  const forms = new Map<string, string>();
  const list = await (await page.request.get("/daoxian/cases")).text();
  for (const [, path] of list.matchAll(/href="(\/daoxian\/cases\/[0-9a-f-]{36})"/g)) {
    const html = await (await page.request.get(path)).text();
    for (const [, to, act] of html.matchAll(/href="([^"]*\/do\/([a-z_]+)[^"]*)"/g)) {
      if (!forms.has(act)) forms.set(act, to.replaceAll("&amp;", "&"));
    }
  }
  return forms;
}

async function tryForm(page: Page, path: string, turn: number, hasScript: boolean) {
  await visit(page, path, hasScript);
  const button = await page.getByRole("main").locator("form").getByRole("button").last().innerText();
  const texts = page.getByRole("main").locator("form").getByRole("textbox");
  if ((await texts.count()) === 0) return;
  // Its reason is asked for only where the law gives no hearing.
  if (path.includes("/do/approve_notice")) await fillIn(page, { 听证权利: "不属于听证范围，仍告知（说明理由）" });
  if (!hasScript) {
    await empty(page, button);
    await sendInVain(page, button, hasScript);
  }
  const typed = await fillHostile(page, button, turn);
  await sendInVain(page, button, hasScript);
  await stays(page, typed);
}

test("every act's form keeps its text", async ({ page, seat, hasScript }) => {
  test.setTimeout(180_000);
  const failures = neverDown(page);
  await signIn(page, "dx-officer1", hasScript);
  const forms = await formsOfActs(page);
  // Two that wait for an earlier step are shown with their refusal.
  forms.set("close", forms.get("pay")!.replace("/do/pay", "/do/close"));
  forms.set("serve_notice", forms.get("approve_notice")!.replace("/do/approve_notice", "/do/serve_notice"));
  for (const act of ["file", "refuse_filing", "add_party", "change_officers", "record", "conclude", "receive_defence",
    "waive_defence", "answer_defence", "decide", "decide_no_penalty", "serve", "pay", "withdraw", "correct"]) expect([...forms.keys()]).toContain(act);
  let turn = 0;
  for (const path of forms.values()) await test.step(path, () => tryForm(page, path, (turn += 1), hasScript));
  await test.step("the clue", () => tryForm(page, "/daoxian/cases/new", 3, hasScript));
  if (hasScript) await accessible(page);
  const reviewer = await seat("dx-reviewer");
  const reviews = await formsOfActs(reviewer);
  await test.step("the review", () => tryForm(reviewer, reviews.get("review")!, 1, hasScript));
  expect(failures).toEqual([]);
});

test("the register's forms keep their text", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, "dx-registrar", hasScript);
  for (const turn of [0, 4]) await tryForm(page, "/daoxian/establishments/new", turn, hasScript);
  await visit(page, "/daoxian/establishments", hasScript);
  const first = await page.getByRole("table").getByRole("link").first().getAttribute("href");
  await tryForm(page, `${first}/edit`, 2, hasScript);
  if (hasScript) await accessible(page);
  expect(failures).toEqual([]);
});

test("a party's numbers keep their text", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
  await page.getByRole("link", { name: "证件号码和电话" }).click();
  await expect(page.getByRole("heading", { name: "证件号码和电话" })).toBeVisible();
  const [id, phone] = [page.getByLabel(/^证件号码 /), page.getByLabel(/^电话 /)];
  for (const [number, call, message] of [
    ["43112419800101123", "1380", /证件号.*(位|请核对)/],
    ["４３１１２４１９８００１０１１２３４", "13800000000", /证件号第 18 位应为 .，请核对/],
    [LONG, LONG, /证件号|电话|手机号/],
    [SCRIPT, "零\u0000", /证件号|电话|手机号/],
    ["👩‍👧", "\u0001", /证件号|电话|手机号/],
  ] as const) {
    await id.fill(number);
    await phone.fill(call);
    await sendInVain(page, "保存", hasScript);
    await expect(page.getByRole("alert")).toContainText(message);
    await expect(id).toHaveValue(number);
    await expect(phone).toHaveValue(call.replaceAll("\u0000", "\ufffd"));
  }
  if (hasScript) await accessible(page);
  expect(failures).toEqual([]);
});

test("a reason that is too long to send a proposal back stays", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, "dx-head", hasScript);
  await visit(page, "/daoxian/proposals", hasScript);
  for (const reason of [LONG, "看不见\u0001的"]) {
    await page.getByLabel("退回原因").fill(reason);
    await page.getByRole("button", { name: "退回", exact: true }).click();
    await expect(page.getByText(/退回原因|理由|内容|文字/).filter({ hasText: /请|最多/ }).first()).toBeVisible();
    await ready(page, hasScript);
    await expect(page.getByLabel("退回原因")).toHaveValue(reason);
  }
  await plainWords(page);
  expect(failures).toEqual([]);
});
