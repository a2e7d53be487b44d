// The city lays a bureau; its first administrator signs in with the slip, changes the password and fills the bureau.
import type { Page } from "@playwright/test";
import { accessible, expect, picture, ready, signIn, test, visit } from "./page";

/** What a run without JavaScript calls its bureau, beside the one of the run with it. */
const zone = (hasScript: boolean) =>
  hasScript
    ? { slug: "jindong", name: "金洞商务局", prefix: "金商", admin: "jd-admin", officer: "jd-officer" }
    : { slug: "huilongwei", name: "回龙圩商务局", prefix: "回商", admin: "hlw-admin", officer: "hlw-officer" };

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function signInWith(page: Page, name: string, password: string, hasScript: boolean) {
  await visit(page, "/_/sign-in", hasScript);
  await page.getByLabel("工号").fill(name);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/_/sign-in"));
  await ready(page, hasScript);
}

async function changePassword(page: Page, now: string, next: string) {
  await page.getByLabel("当前密码").fill(now);
  await page.getByLabel("新密码 必填", { exact: true }).fill(next);
  await page.getByLabel("再次输入新密码").fill(next);
  await page.getByRole("button", { name: "修改密码" }).click();
}

/** The password of a slip; what stands on it is shown once. */
async function slip(page: Page, name: string) {
  await expect(heading(page)).toHaveText("一次性密码条");
  await expect(page.getByRole("status")).toContainText("只显示这一次");
  await expect(page.locator("main")).toContainText(name);
  return (await page.locator("code").innerText()).trim();
}

/** Both languages pass axe. */
async function bothAccessible(page: Page, hasScript: boolean) {
  if (!hasScript) return;
  await accessible(page);
  await page.getByRole("button", { name: "English" }).click();
  await ready(page, hasScript);
  await accessible(page);
  await page.getByRole("button", { name: "中文" }).click();
  await ready(page, hasScript);
}

test("a laid bureau is used at once", async ({ page, hasScript }) => {
  test.slow(true, "one walk through eight pages, each looked at by axe in both languages");
  const { slug, name, prefix, admin, officer } = zone(hasScript);
  const suffix = hasScript ? "" : "-nojs";
  await signIn(page, "yz-cityadmin", hasScript);
  await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "各单位" }).click();
  await expect(heading(page)).toContainText("各单位");
  await expect(page.getByRole("row", { name: /道县商务局/ })).toContainText("431124");
  await bothAccessible(page, hasScript);
  await picture(page, `bureaus${suffix}`);
  await page.getByRole("link", { name: "设立单位" }).click();
  await expect(heading(page)).toContainText("设立单位");
  await ready(page, hasScript);
  await page.getByLabel("网址代号").fill("settings");
  await page.getByLabel("单位全称").fill(`永州市${name}`);
  await page.getByLabel("单位简称").fill(name);
  await page.getByLabel("文号字头").fill(prefix);
  await page.getByLabel("行政复议机关").fill("永州市人民政府");
  await page.getByLabel("行政诉讼法院").fill("祁阳市人民法院");
  await page.getByLabel("工号").fill(admin);
  await page.getByLabel("姓名").fill("奉立新");
  await page.getByRole("button", { name: "设立此单位" }).click();
  await expect(page.getByRole("alert")).toContainText("由系统保留");
  await expect(page.getByLabel("单位简称")).toHaveValue(name);
  await bothAccessible(page, hasScript);
  await picture(page, `bureau-new${suffix}`);
  await page.getByLabel("网址代号").fill(slug);
  await page.getByRole("button", { name: "设立此单位" }).click();
  const first = await slip(page, "奉立新");
  if (hasScript) await accessible(page);
  await picture(page, `slip${suffix}`);
  await page.getByRole("link", { name: "返回" }).click();
  await ready(page, hasScript);
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText(prefix);
  await expect(page.locator("main")).not.toContainText(first);
  await page.getByRole("button", { name: "退出登录" }).click();

  await signInWith(page, admin, first, hasScript);
  await expect(page).toHaveURL(/account\/password/);
  await visit(page, `/${slug}/members`, hasScript);
  await expect(page).toHaveURL(/account\/password/);
  await expect(page.getByRole("status")).toContainText("初始密码");
  await changePassword(page, first, `${admin}-2026-abc`);
  await expect(page.getByRole("alert")).toContainText("不要包含工号");
  await ready(page, hasScript);
  await changePassword(page, first, "潇水东流到湘江去了");
  await expect(page.getByRole("alert")).toContainText("至少 10 个字符");
  await ready(page, hasScript);
  await changePassword(page, first, "潇水东流到湘江里去了");
  await expect(page.getByRole("status")).toContainText("密码已修改");
  await visit(page, "/", hasScript);
  await expect(page).toHaveURL(new RegExp(`/${slug}$`));

  await page.getByRole("link", { name: "单位成员" }).click();
  await expect(page.getByRole("row", { name: /奉立新/ })).toContainText("单位管理员");
  await page.getByRole("link", { name: "新增成员" }).click();
  await expect(heading(page)).toContainText("新增成员");
  await ready(page, hasScript);
  await page.getByLabel("工号").fill(officer);
  await page.getByLabel("姓名").fill("盘艳");
  await page.getByLabel("执法证号").fill("湘M9001");
  await page.getByRole("button", { name: "添加此成员" }).click();
  await expect(page.getByRole("alert")).toContainText("请至少选择一个角色");
  await expect(page.getByLabel("姓名")).toHaveValue("盘艳");
  await bothAccessible(page, hasScript);
  await picture(page, `member-new${suffix}`);
  await page.getByLabel("执法人员", { exact: true }).check();
  await page.getByLabel("执法证有效期起").fill("2024年3月1日");
  await page.getByLabel("执法证有效期止").fill("20250301");
  await page.getByRole("button", { name: "添加此成员" }).click();
  await slip(page, "盘艳");
  await page.getByRole("link", { name: "返回" }).click();
  await ready(page, hasScript);
  await expect(page.getByRole("row", { name: /盘艳/ })).toContainText("已过期");
  await bothAccessible(page, hasScript);
  await picture(page, `members${suffix}`);

  await page.getByRole("link", { name: "奉立新" }).click();
  await expect(heading(page)).toContainText("奉立新");
  await ready(page, hasScript);
  await page.getByLabel("单位管理员").uncheck();
  await page.getByLabel("查阅人员").check();
  await page.getByRole("button", { name: "保存修改" }).click();
  await expect(page.getByRole("alert")).toContainText("最后一名管理员");
  await expect(page.getByLabel("单位管理员")).not.toBeChecked();
  await expect(page.locator("main")).toContainText("自己的密码请在");
  await bothAccessible(page, hasScript);
  await picture(page, `member${suffix}`);
});

test("settings changed by two at once show what stands there now", async ({ page, hasScript }) => {
  await signIn(page, "ls-admin", hasScript);
  await page.getByRole("link", { name: "单位设置" }).click();
  await expect(heading(page)).toContainText("单位设置");
  await ready(page, hasScript);
  const other = await page.context().newPage();
  await visit(other, "/lanshan/settings", hasScript);
  const address = `塔峰镇塔峰路${hasScript ? 1 : 2}号`;
  await page.getByLabel("办公地址").fill(address);
  await page.getByRole("button", { name: "保存修改" }).click();
  await expect(page.getByRole("status")).toContainText("修改已保存");
  await other.getByLabel("联系电话").fill("0746-2213000");
  await other.getByRole("button", { name: "保存修改" }).click();
  await expect(other.getByRole("alert")).toContainText("内容已被他人修改");
  await expect(other.locator("main")).toContainText(`现在已是：${address}`);
  await expect(other.getByLabel("联系电话")).toHaveValue("0746-2213000");
  await ready(other, hasScript);
  await bothAccessible(other, hasScript);
  await picture(other, `settings${hasScript ? "" : "-nojs"}`);
});
