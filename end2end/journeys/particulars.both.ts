// What a paper lacks of its addressee is entered from the list of papers: the form stands filled in with what is known,
// the timeline keeps what stood before, and the paper is there.
import { act, approve, daysAgo, field, fillIn, nameOf, openAct, readsOnPhone, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

test("an order to put right that lacks address, code and representative is completed from the list of papers", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  const second = await nameOf(await seat("dx-officer2"));
  const shop = `道县补全加油站有限公司${hasScript ? "甲" : "乙"}`;
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(2), 案源: "监督检查", 涉嫌违法的情况: "加油机未经检定。", 地点: "道县濂溪街道", "涉嫌的单位或个人（如已知）": shop, 当事人类型: "法人或者其他组织" });
  await send(officer, "登记线索", hasScript);
  const here = new URL(officer.url()).pathname;
  await openAct(officer, "提请立案");
  await fillIn(officer, { 案由: "加油站使用未经检定的计量器具", "违法行为日期（持续的填终了之日）": daysAgo(3), 违法行为发生地: "道县濂溪街道", 发生在本局辖区内: "是", 协办人: second });
  await send(officer, "提请立案", hasScript);
  await approve(head, "立案", shop, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "记录调查取证", {
    日期: today(), 协办人: second, 调查措施: "责令限期改正", 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名", 改正期限: daysAgo(-10), 经过与结果: "责令十日内检定加油机。",
  }, hasScript);

  const order = officer.getByRole("row", { name: /^责令(（限期）)?改正/ });
  await test.step("the list says what is missing and leads to the form", async () => {
    await officer.getByRole("link", { name: "本案文书" }).click();
    await expect(order).toContainText(`缺${shop}的地址：由承办人在“完善当事人信息”中填写。`);
    await order.getByRole("link", { name: /^去办理/ }).first().click();
    await expect(officer.getByRole("heading", { name: "完善当事人信息", level: 1 })).toBeVisible();
    await ready(officer, hasScript);
    if (hasScript) await accessible(officer);
    await picture(officer, `particulars-form${hasScript ? "" : "-nojs"}`);
  });

  await test.step("a wrong code is told beside its field, and what was typed stays", async () => {
    await fillIn(officer, { 日期: today(), 统一社会信用代码: "91110000802100433X", "法定代表人（负责人、经营者）": "何志远", 住所地址: "道县濂溪街道道州北路66号" });
    await send(officer, "完善当事人信息", hasScript);
    await expect(officer.getByRole("alert")).toBeVisible();
    await expect(field(officer, "住所地址")).toHaveValue("道县濂溪街道道州北路66号");
    await fillIn(officer, { 统一社会信用代码: "91110000802100433B" });
    await send(officer, "完善当事人信息", hasScript);
  });
  await expect(timeline(officer).first()).toContainText(/完善当事人信息.*统一社会信用代码：无 → 91110000802100433B.*地址：无 → 道县濂溪街道道州北路66号/);

  await test.step("the order is there, and its data can be put right but not emptied", async () => {
    await officer.getByRole("link", { name: "本案文书" }).click();
    await expect(order).toContainText("内容齐备");
    await visit(officer, here, hasScript);
    await openAct(officer, "完善当事人信息");
    await expect(field(officer, "住所地址")).toHaveValue("道县濂溪街道道州北路66号");
    await fillIn(officer, { 日期: today(), 住所地址: "" });
    await send(officer, "完善当事人信息", hasScript);
    await expect(officer.getByRole("alert")).toContainText("可以改正，不能清空");
    await fillIn(officer, { 住所地址: "道县濂溪街道道州北路68号" });
    await send(officer, "完善当事人信息", hasScript);
    await expect(timeline(officer).first()).toContainText("道州北路66号 → 道县濂溪街道道州北路68号");
  });
  await readsOnPhone(officer, here, hasScript);
});
