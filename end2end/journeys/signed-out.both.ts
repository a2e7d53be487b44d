// Who may not come in: a wrong password again and again, a cookie that was made up, a session that has ended.
import { field, fillIn } from "./case";
import { accessible, DEMO_PASSWORD, expect, ready, signIn, test, visit } from "./page";
import type { Page } from "@playwright/test";

async function tryIn(page: Page, name: string, password: string, hasScript: boolean) {
  await page.getByLabel("工号").fill(name);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => url.searchParams.has("problem") || !url.pathname.startsWith("/_/sign-in"));
  await ready(page, hasScript);
}

test("after some wrong passwords one waits a little, and then the right one is taken", async ({ page, hasScript }) => {
  const name = hasScript ? "xt-officer1" : "xt-officer2";
  await visit(page, "/_/sign-in", hasScript);
  for (let nth = 1; nth <= 3; nth += 1) {
    await tryIn(page, name, `wrong password ${nth}`, hasScript);
    await expect(page.getByRole("alert")).toContainText("工号或密码不对，请核对后再试。");
    await expect(page.getByLabel("密码")).toHaveValue("");
  }
  await tryIn(page, name, DEMO_PASSWORD, hasScript);
  await expect(page.getByRole("alert")).toContainText("失败次数较多，请稍等片刻再试。");
  await expect(page.getByLabel("工号")).toHaveValue(name);
  await expect(async () => {
    await tryIn(page, name, DEMO_PASSWORD, hasScript);
    await expect(page).toHaveURL(/\/xintian$/, { timeout: 1 });
  }).toPass();
});

test("a cookie that was made up is nobody's", async ({ page, context, hasScript }) => {
  await signIn(page, "xt-reader", hasScript);
  const [own] = (await context.cookies()).filter((cookie) => cookie.httpOnly && cookie.value.length > 20);
  for (const value of ["x", "0".repeat(own.value.length), own.value.slice(0, -1), `${own.value}A`, own.value.toUpperCase(), "%00%ff", "a".repeat(3_000)]) {
    await context.addCookies([{ ...own, value }]);
    await visit(page, "/xintian/cases", hasScript);
    await expect(page, value.slice(0, 80)).toHaveURL(/\/_\/sign-in\?next=%2Fxintian%2Fcases$/);
  }
  await context.addCookies([own]);
  expect((await visit(page, "/xintian/cases", hasScript))?.status()).toBe(200);
});

test("a session that was ended elsewhere leads to sign-in and back to the page", async ({ page: there, seat, hasScript }) => {
  const here = await seat("xt-head");
  await visit(there, "/_/sign-in", hasScript);
  await tryIn(there, "xt-head", DEMO_PASSWORD, hasScript);
  await visit(there, "/xintian/industries/oil", hasScript);
  await visit(here, "/_/account/sessions", hasScript);
  const others = here.getByRole("button", { name: "退出该设备" });
  await expect(others.first()).toBeVisible();
  for (let left = await others.count(); left > 0; left -= 1) {
    await others.first().click();
    await expect(others).toHaveCount(left - 1);
    await ready(here, hasScript);
  }
  await there.reload();
  await expect(there).toHaveURL(/\/_\/sign-in\?next=%2Fxintian%2Findustries%2Foil$/);
  await ready(there, hasScript);
  await tryIn(there, "xt-head", DEMO_PASSWORD, hasScript);
  await expect(there).toHaveURL(/\/xintian\/industries\/oil$/);
});

test("a link clicked after the session has ended leads to sign-in as well", async ({ page, context, hasScript }) => {
  await signIn(page, "xt-registrar", hasScript);
  await context.clearCookies();
  await page.getByRole("link", { name: "经营主体", exact: true }).click();
  await expect(page.getByText(/登录已失效，请重新登录|工号、手机号或姓名拼音/).first()).toBeVisible();
  if (hasScript) await page.getByRole("link", { name: "登录", exact: true }).click();
  await expect(page.getByRole("heading", { name: "登录", level: 1 })).toBeVisible();
  await ready(page, hasScript);
  await tryIn(page, "xt-registrar", DEMO_PASSWORD, hasScript);
  await expect(page).toHaveURL(/\/xintian\/establishments$/);
  await expect(page.getByRole("heading", { name: "经营主体", level: 1 })).toBeVisible();
});

test("a form sent after the session has ended asks for the password in place and then goes on, nothing lost", async ({ page, context, hasScript }) => {
  await signIn(page, "xt-officer3", hasScript);
  await visit(page, "/xintian/cases/new", hasScript);
  await fillIn(page, { 日期: "20261301", 涉嫌违法的情况: "写了很久的一段话：<b>甲</b> & 乙。", 地点: "新田县龙泉镇" });
  await context.clearCookies();
  await page.getByRole("button", { name: "登记线索", exact: true }).click();
  await expect(page.getByRole("heading", { name: "登录", level: 1 })).toBeVisible();
  if (hasScript) await accessible(page);
  await page.getByLabel("工号").fill("xt-officer3");
  await page.getByLabel("密码").fill("wrong");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("工号或密码不对");
  await expect(page.getByLabel("工号")).toHaveValue("xt-officer3");
  await page.getByLabel("密码").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  if (hasScript) await accessible(page);
  await page.getByRole("button", { name: "继续提交" }).click();
  await page.waitForURL(/\/xintian\/cases\/new\?draft=/);
  await ready(page, hasScript);
  await expect(page.getByRole("alert")).toContainText("不是一个日期");
  await expect(field(page, "涉嫌违法的情况")).toHaveValue("写了很久的一段话：<b>甲</b> & 乙。");
  await expect(field(page, "地点")).toHaveValue("新田县龙泉镇");
});

test("sign-in never leads to another site", async ({ page, hasScript }) => {
  for (const next of ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
    await visit(page, `/_/sign-in?next=${encodeURIComponent(next)}`, hasScript);
    await tryIn(page, "xt-chief", DEMO_PASSWORD, hasScript);
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/xintian$/);
    await page.getByRole("button", { name: "退出登录" }).click();
    await expect(page).toHaveURL(/sign-in/);
  }
});
