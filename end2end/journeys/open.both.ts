// The public side: an officer sees what will be public and hides what may not be, anybody reads it without signing in, and
// it goes when the decision falls; with and without JavaScript, on a phone too.
import { approve, field, fillIn, nameOf, openAct, send, today } from "./case";
import { accessible, expect, picture, ready, test, visit, watch } from "./page";
import type { Page } from "@playwright/test";

/** Whoever reads: no account, no cookie. */
async function reads(page: Page, name: string, hasScript: boolean) {
  expect(await page.context().cookies()).toEqual([]);
  if (hasScript) await accessible(page);
  await picture(page, `open-${name}${hasScript ? "" : "-nojs"}`);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "nothing scrolls sideways").toBeLessThanOrEqual(360);
  await picture(page, `open-${name}-phone${hasScript ? "" : "-nojs"}`);
  await page.setViewportSize({ width: 1366, height: 768 });
}

test("a decision goes public as its officer has seen it, is read by anybody, and is withdrawn", async ({ seat, browser, hasScript }) => {
  test.setTimeout(120_000);
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const shop = `道县公示烟酒行${hasScript ? "甲" : "乙"}`;
  await visit(officer, "/daoxian/cases/new?act=penalise_on_the_spot", hasScript);
  await fillIn(officer, {
    日期: today(), 当事人名称或姓名: shop, 当事人类型: "个体工商户", "法定代表人（负责人、经营者）": "欧阳秀英", 案由: "向未成年人销售酒",
    "违法行为日期（持续的填终了之日）": today(), 违法行为发生地: "道县濂溪街道", 发生在本局辖区内: "是", 主办人: await nameOf(officer), 协办人: await nameOf(second),
    已出示执法证件: true, 已告知权利义务: true, 违法事实及依据: "欧阳秀英（电话138 0746 5522，身份证431124198001018888）向一名学生出售啤酒一瓶。",
    "当事人陈述、申辩": "当事人表示没有异议", "罚款（元）": "100", 违法所得: "没有违法所得", 责令改正: "决定中责令改正", 改正期限或改正日期: "2099-1-5",
    决定书当场交付: "拒绝签名", "见证人（拒绝签名时）": "社区干部蒋某",
  });
  await send(officer, "当场处罚", hasScript);
  const here = new URL(officer.url()).pathname;
  const publish = officer.getByRole("link", { name: "公开处罚决定", exact: true });

  await test.step("the form hides what it knows, shows the page, and names what is still in it", async () => {
    await publish.click();
    await expect(field(officer, "公开页面上的事实和理由")).toHaveValue("欧阳某（电话****，身份证****）向一名学生出售啤酒一瓶。");
    await fillIn(officer, { 日期: today(), 是否公开: "已公开", 公开位置或者不公开的理由: "县政府网站", 公开页面上的事实和理由: "欧阳秀英向学生出售啤酒，电话13807465522。" });
    await ready(officer, hasScript);
    await send(officer, "公开处罚决定", hasScript);
    await expect(officer.getByRole("alert")).toContainText(/有 2 处不能公开，请隐去：欧阳秀英、13807465522/);
    await fillIn(officer, { 公开页面上的事实和理由: "当事人向一名未成年学生出售啤酒一瓶，经营者欧阳某承认。" });
    const foreseen = officer.locator(".foreseen");
    await expect(foreseen).toContainText("公开页面将显示以下全部内容");
    await expect(foreseen).toContainText(shop);
    if (hasScript) await expect(foreseen).toContainText("一名未成年学生");
    if (hasScript) await accessible(officer);
    await picture(officer, `open-form${hasScript ? "" : "-nojs"}`);
    await send(officer, "公开处罚决定", hasScript);
  });
  const page = (await officer.getByRole("link", { name: /^公开页面 · / }).getAttribute("href"))!;

  const errors: string[] = [];
  const context = await browser.newContext({ javaScriptEnabled: hasScript });
  const anybody = await context.newPage();
  watch(anybody, errors);
  await test.step("anybody finds it by a part of the name and by the violation", async () => {
    await anybody.goto("/open");
    await reads(anybody, "bureaus", hasScript);
    await anybody.getByRole("link", { name: "道县商务局" }).click();
    await expect(anybody.getByRole("row", { name: new RegExp(shop) })).toBeVisible();
    await anybody.getByLabel("当事人名称").fill("%");
    await anybody.getByRole("button", { name: "查找" }).click();
    await expect(anybody.getByRole("alert")).toContainText("请填汉字、字母或者数字");
    await expect(anybody.getByLabel("当事人名称")).toHaveValue("%");
    if (hasScript) await accessible(anybody);
    await anybody.getByLabel("当事人名称").fill("gongshi");
    await anybody.getByLabel("违法行为").fill("未成年人");
    await anybody.getByRole("button", { name: "查找" }).click();
    await expect(anybody.getByRole("row", { name: new RegExp(shop) })).toContainText("罚款 100.00 元");
    await reads(anybody, "list", hasScript);
    await anybody.getByRole("link", { name: shop }).click();
  });

  await test.step("its page has the text that was confirmed, and nobody's number", async () => {
    expect(new URL(anybody.url()).pathname).toBe(page);
    const main = anybody.getByRole("main");
    for (const told of [shop, "欧阳某", "当罚〔", "罚款 100.00 元", "当事人向一名未成年学生出售啤酒一瓶"]) await expect(main).toContainText(told);
    for (const hidden of ["秀英", "138", "4311241980"]) await expect(main).not.toContainText(hidden);
    await reads(anybody, "page", hasScript);
    await anybody.getByRole("button", { name: "English" }).click();
    await expect(main).toContainText("fine of ¥100.00");
    await anybody.getByRole("button", { name: "中文" }).click();
    await expect(main).toContainText("罚款 100.00 元");
  });

  await test.step("the revoked decision is withdrawn and says why", async () => {
    await visit(officer, here, hasScript);
    await openAct(officer, "提请撤销决定");
    await fillIn(officer, { 作出机关: "本局自行纠正", 撤销原因: "违反法定程序", 文书与要点: "撤销决定书" });
    await send(officer, "提请撤销决定", hasScript);
    await approve(head, "撤销决定", shop, hasScript);
    await visit(officer, here, hasScript);
    await openAct(officer, "撤回公开信息");
    await expect(officer.getByText("本系统公开页面上的决定随即撤下")).toBeVisible();
    await fillIn(officer, { 日期: today(), 撤回公开的情况: "已撤下并说明理由。" });
    await send(officer, "撤回公开信息", hasScript);
    await expect(officer.getByRole("link", { name: "公开页面", exact: true })).toHaveAttribute("href", page);
    const gone = await anybody.goto(page);
    expect(gone?.status()).toBe(410);
    await expect(anybody.getByRole("main")).toContainText(/已经撤回.*违反法定程序/s);
    await expect(anybody.getByRole("main")).not.toContainText(shop);
    if (hasScript) await accessible(anybody);
    await picture(anybody, `open-withdrawn${hasScript ? "" : "-nojs"}`);
  });
  await context.close();
  expect(errors, "nothing is written to the console").toEqual([]);
});
