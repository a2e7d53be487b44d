// A clue gets a longer time to verify by the head, and an entry is mended by its own form: what stood there is kept.
import { act, approve, daysAgo, field, fillIn, nameOf, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

test("a longer verification is approved, and a record is mended by its own form", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  const second = await nameOf(await seat("dx-officer2"));
  const shop = `道县更正加油站${hasScript ? "甲" : "乙"}`;
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(2), 案源: "监督检查", 涉嫌违法的情况: "加油机未经检定。", 地点: "道县濂溪街道", "涉嫌的单位或个人（如已知）": shop, 当事人类型: "法人或者其他组织" });
  await send(officer, "登记线索", hasScript);
  const here = new URL(officer.url()).pathname;
  await act(officer, "提请延长核查期限", { 理由: "举报人在外地，尚未取得笔录。" }, hasScript);
  await approve(head, "延长核查期限", shop, hasScript);
  await visit(officer, here, hasScript);
  await expect(timeline(officer).first()).toContainText(/延长核查期限.*举报人在外地/);
  await expect(officer.getByRole("link", { name: "提请延长核查期限", exact: true })).toHaveCount(0);

  await act(officer, "记录调查取证", {
    日期: today(), 主办人: await nameOf(officer), 协办人: second, 调查措施: "现场检查（勘验）", 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名", 经过与结果: "加油机两台未经检定。",
  }, hasScript);

  await test.step("the form of the record stands filled in, and asks why", async () => {
    await timeline(officer).first().getByRole("link", { name: "更正", exact: true }).click();
    await expect(officer.getByRole("heading", { name: "更正", level: 1 })).toBeVisible();
    await ready(officer, hasScript);
    await expect(field(officer, "正确的日期")).toHaveValue(today());
    await expect(field(officer, "经过与结果")).toHaveValue("加油机两台未经检定。");
    await expect(field(officer, "结束时间")).toHaveValue("10:25");
    if (hasScript) await accessible(officer);
    await picture(officer, `mended-form${hasScript ? "" : "-nojs"}`);
    await send(officer, "更正", hasScript);
    // Nothing changed and no reason given: what was typed stays.
    await expect(officer.getByRole("alert")).toBeVisible();
    await expect(field(officer, "经过与结果")).toHaveValue("加油机两台未经检定。");
    await fillIn(officer, { 经过与结果: "加油机三台未经检定。", 更正原因: "漏记一台" });
    await send(officer, "更正", hasScript);
  });
  await expect(timeline(officer).first()).toContainText(/更正.*漏记一台.*两台.*→.*三台/);
  await expect(timeline(officer).nth(1)).toContainText("加油机三台未经检定。");
  await picture(officer, `mended${hasScript ? "" : "-nojs"}`);
});
