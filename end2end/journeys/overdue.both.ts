// An overdue case: it stands on top of the work list and says by how much, its term opens to how it was counted, what
// is entered late is marked and asks why; done at last, the term is met and the case leaves the top.
import { act, approve, daysAgo, fillIn, nameOf, openAct, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

test("an overdue case is on top, explains its term, and leaves the top when it is done", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  const people = { 主办人: await nameOf(officer), 协办人: await nameOf(await seat("dx-officer2")) };
  const shop = `道县迟滞酒业有限公司${hasScript ? "甲" : "乙"}`;
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(60), 案源: "自行发现", 涉嫌违法的情况: "没有进货台账。", 地点: "道县濂溪街道", "涉嫌的单位或个人（如已知）": shop, 当事人类型: "法人或者其他组织" });
  await send(officer, "登记线索", hasScript);
  const here = new URL(officer.url()).pathname;
  await expect(timeline(officer).first()).toContainText("补录于");

  await test.step("the work list shows it first, in words", async () => {
    await visit(officer, `/daoxian?part=mine&q=${encodeURIComponent(shop)}`, hasScript);
    const main = officer.getByRole("main");
    await expect(main.getByRole("rowheader", { name: /^严重超期/ })).toBeVisible();
    await expect(main.getByRole("row", { name: new RegExp(`${shop}.*超期`) })).toBeVisible();
    if (hasScript) await accessible(officer);
    await picture(officer, `overdue${hasScript ? "" : "-nojs"}`);
  });

  await test.step("the term opens to how it was counted, on a phone too", async () => {
    await officer.setViewportSize({ width: 360, height: 740 });
    await visit(officer, here, hasScript);
    const term = officer.locator(".term-line", { hasText: "线索核查期限" });
    await expect(term).toContainText(/超期 \d+ 天/);
    await term.locator("summary").click();
    await expect(term.getByText(/周末/).first()).toBeVisible();
    const wide = await officer.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    await picture(officer, `overdue-phone${hasScript ? "" : "-nojs"}`);
    await officer.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step("filed at last, it leaves the top", async () => {
    await openAct(officer, "提请立案");
    await fillIn(officer, { 案由: "未履行进货查验", "违法行为日期（持续的填终了之日）": daysAgo(61), 违法行为发生地: "道县濂溪街道", 发生在本局辖区内: "是", 补录原因: "核查期间当事人停业。", ...people });
    await send(officer, "提请立案", hasScript);
    await approve(await seat("dx-head"), "立案", shop, hasScript);
    await visit(officer, here, hasScript);
    await expect(officer.locator(".term-line", { hasText: "线索核查期限" })).toContainText("已办");
    await act(officer, "记录调查取证", {
      日期: today(), ...people, 调查措施: "现场检查（勘验）", 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名", 经过与结果: "没有进货台账。",
    }, hasScript);
    await visit(officer, `/daoxian?part=mine&q=${encodeURIComponent(shop)}`, hasScript);
    await ready(officer, hasScript);
    await expect(officer.getByRole("main").getByRole("row", { name: new RegExp(shop) })).toBeVisible();
    await expect(officer.getByRole("rowheader", { name: /^严重超期/ })).toHaveCount(0);
  });
});
