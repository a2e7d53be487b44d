// A proposal is sent back with a reason, the officer reads it at the form with what was typed, sends again, and the
// head approves what is better now.
import { approve, daysAgo, field, fillIn, nameOf, openAct, openProposal, send, timeline } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

test("a filing sent back opens as it was typed, with the reason, and is approved the second time", async ({ seat, hasScript }) => {
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const party = `道县退回再报酒业商行${hasScript ? "甲" : "乙"}`;
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, {
    日期: daysAgo(1),
    案源: "监督检查",
    涉嫌违法的情况: "向未成年人出售啤酒两瓶。",
    地点: "道县潇水南路",
    "涉嫌的单位或个人（如已知）": party,
    当事人类型: "个体工商户",
  });
  await send(officer, "登记线索", hasScript);
  const here = new URL(officer.url()).pathname;
  await openAct(officer, "提请立案");
  const typed = {
    "违法行为日期（持续的填终了之日）": daysAgo(2),
    案由: "｜向未成年人销售酒 《",
    违法行为发生地: "道县潇水南路 12 号",
    发生在本局辖区内: "是",
    主办人: await nameOf(officer),
    协办人: await nameOf(second),
  };
  await fillIn(officer, typed);
  await send(officer, "提请立案", hasScript);
  await expect(officer.getByRole("main")).toContainText("待审批");

  await openProposal(head, "立案", party, hasScript);
  if (hasScript) await accessible(head);
  await picture(head, `approval${hasScript ? "" : "-nojs"}`);
  await head.getByRole("button", { name: "退回", exact: true }).click();
  await expect(head.getByText("请写明退回原因。")).toBeVisible();
  await ready(head, hasScript);
  await head.getByLabel("退回原因").fill("请补上经营者姓名，并附未成年人的证言。");
  await head.getByRole("button", { name: "退回", exact: true }).click();
  await expect(head.getByRole("link", { name: `立案 · ${party}` })).toHaveCount(0);

  await visit(officer, here, hasScript);
  await expect(officer.getByText("退回意见: 请补上经营者姓名，并附未成年人的证言。")).toBeVisible();
  await openAct(officer, "提请立案");
  await expect(officer.getByText("退回意见: 请补上经营者姓名，并附未成年人的证言。")).toBeVisible();
  await expect(field(officer, "违法行为发生地")).toHaveValue(typed.违法行为发生地);
  await expect(field(officer, "违法行为日期（持续的填终了之日）")).toHaveValue(daysAgo(2));
  await expect(field(officer, "协办人").locator("option:checked")).toContainText(typed.协办人);
  if (hasScript) await accessible(officer);
  await fillIn(officer, { "法定代表人（负责人、经营者）": "何永红" });
  await send(officer, "提请立案", hasScript);

  await approve(head, "立案", party, hasScript);
  await visit(officer, here, hasScript);
  await expect(timeline(officer)).toHaveCount(2);
  await expect(timeline(officer).first()).toContainText("立案");
  await expect(timeline(officer).first()).toContainText(`${await nameOf(head)}（${await nameOf(officer)}提请）`);
  await expect(officer.getByRole("main")).toContainText("已同意");
  await expect(officer.getByRole("main")).toContainText("已退回");
});

test("an officer takes back a proposal that nobody has answered", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(0), 案源: "自行发现", 涉嫌违法的情况: "台账缺三个月。", 地点: "道县" });
  await send(officer, "登记线索", hasScript);
  await openAct(officer, "提请不予立案");
  await fillIn(officer, { 理由类别: "没有违法事实", 理由: "台账已补齐。" });
  await send(officer, "提请不予立案", hasScript);
  await officer.getByRole("button", { name: "撤回", exact: true }).click();
  await expect(officer.getByRole("main")).toContainText("已撤回");
  await ready(officer, hasScript);
  await expect(timeline(officer)).toHaveCount(1);
  await expect(officer.getByRole("link", { name: "提请不予立案" })).toBeVisible();
});
