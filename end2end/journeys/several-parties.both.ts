// Two parties in one case: each stands where it stands, whoever approves reads the penalty of the party that is asked
// about, and the list finds the case by either name.
import { act, approve, daysAgo, field, fillIn, nameOf, openAct, openProposal, send, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

test("each of two parties has its own penalty, step and term", async ({ seat, hasScript }) => {
  test.setTimeout(120_000);
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  const second = await nameOf(await seat("dx-officer2"));
  const mark = hasScript ? "甲" : "乙";
  const [shop, boss] = [`道县双户加油站有限公司${mark}`, `邓双户${mark}`];
  const main = officer.getByRole("main");
  const unlawful = { 案由: "加油站使用未经检定的计量器具", "违法行为日期（持续的填终了之日）": daysAgo(3), 违法行为发生地: "道县濂溪街道", 发生在本局辖区内: "是" };
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(2), 案源: "监督检查", 涉嫌违法的情况: "加油机未经检定。", 地点: "道县濂溪街道", "涉嫌的单位或个人（如已知）": shop, 当事人类型: "法人或者其他组织" });
  await send(officer, "登记线索", hasScript);
  const here = new URL(officer.url()).pathname;

  await test.step("the usual partner stands in the form, and what cannot be chosen says why", async () => {
    await openAct(officer, "提请立案");
    await expect(field(officer, "主办人")).toHaveValue(/.+/);
    await expect(field(officer, "协办人")).toHaveValue(/.+/);
    const shut = field(officer, "案由").locator("option:disabled");
    await expect(shut.first()).toContainText(/^不能选：.*（.+）$/);
    if (hasScript) await accessible(officer);
    await fillIn(officer, { ...unlawful, 协办人: second });
    await send(officer, "提请立案", hasScript);
  });
  await approve(head, "立案", shop, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "提请追加当事人", { ...unlawful, 当事人名称或姓名: boss, 当事人类型: "公民" }, hasScript);
  await approve(head, "追加当事人", boss, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "记录调查取证", {
    日期: today(), 协办人: second, 调查措施: "现场检查（勘验）", 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名", 经过与结果: "加油机未经检定。",
  }, hasScript);
  const conclude = async (party: string, fine: string) => {
    await visit(officer, here, hasScript);
    await officer.getByRole("link", { name: `调查终结（${party}）` }).click();
    await ready(officer, hasScript);
    await fillIn(officer, {
      日期: today(), 查明的事实: "加油机未经检定，负责人承认。", 处理建议: "给予处罚", "罚款（元）": fine, 违法所得: "没有违法所得", 责令改正: "决定中责令改正", 改正期限或改正日期: "2099-1-5", 裁量理由: "初次违法。",
    });
    await send(officer, "调查终结", hasScript);
    await expect(officer.getByRole("status").filter({ hasText: "已记录。" })).toBeVisible();
  };
  await conclude(shop, "800");
  await conclude(boss, "300");

  await test.step("the bar names both penalties, and where each stands", async () => {
    const bar = officer.locator(".bar-wrap");
    await expect(bar).toContainText(new RegExp(`${shop}：.*罚款 800.00 元.*${boss}：.*罚款 300.00 元`));
    for (const party of [shop, boss]) await expect(bar).toContainText(new RegExp(`${party}：第 \\d+ 步，共 \\d+ 步：终结`));
    for (const party of [shop, boss]) await expect(bar.getByText(`办案期限 · ${party}`)).toBeVisible();
    if (hasScript) await accessible(officer);
    await picture(officer, `two-parties${hasScript ? "" : "-nojs"}`);
    await officer.setViewportSize({ width: 320, height: 740 });
    expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expect(bar.getByRole("listitem").filter({ hasText: boss })).toBeVisible();
    await picture(officer, `two-parties-phone${hasScript ? "" : "-nojs"}`);
    await officer.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step("whoever approves the notice of one reads its penalty, not the other's", async () => {
    await officer.getByRole("link", { name: `提请批准事先告知（${boss}）` }).click();
    await ready(officer, hasScript);
    await send(officer, "提请批准事先告知", hasScript);
    await openProposal(head, "批准事先告知", boss, hasScript);
    const shown = head.getByRole("main");
    await expect(shown).toContainText("罚款 300.00 元");
    await expect(shown).not.toContainText("罚款 800.00 元");
    await picture(head, `two-parties-approval${hasScript ? "" : "-nojs"}`);
  });

  await test.step("the list finds the case by its second party", async () => {
    await visit(officer, `/daoxian/cases?q=${encodeURIComponent(boss)}`, hasScript);
    await expect(main.getByRole("link", { name: new RegExp(shop) })).toBeVisible();
  });
});
