// Correction first: a row that says “拒不改正的” allows no fine at once. Either an order inside the case, its term
// over and a failed re-inspection come first, or a warning decision that was served: then the refusal is a new case,
// linked to the warning, and falls with it.
import { act, approve, daysAgo, field, fillIn, nameOf, openAct, readsOnPhone, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";
import type { Page } from "@playwright/test";

const NEW = "/daoxian/cases/new";

/** Files the case of a clue, by proposal and approval, and comes back to it. */
async function filed(officer: Page, head: Page, party: string, violation: string, done: string, hasScript: boolean, people: Record<string, string>) {
  const here = new URL(officer.url()).pathname;
  await act(officer, "提请立案", {
    当事人名称或姓名: party,
    当事人类型: "法人或者其他组织",
    案由: violation,
    "违法行为日期（持续的填终了之日）": done,
    违法行为发生地: "道县濂溪街道",
    发生在本局辖区内: "是",
    ...people,
  }, hasScript);
  await approve(head, "立案", party, hasScript);
  await visit(officer, here, hasScript);
}

const fine = (amount: string) => ({
  日期: today(),
  查明的事实: "责令改正期满，复查时仍未改正。",
  处理建议: "给予处罚",
  "罚款（元）": amount,
  违法所得: "没有违法所得",
  责令改正: "决定中责令改正",
  改正期限或改正日期: "2099-1-5",
  裁量理由: "拒不改正。",
});

test("an order inside the case, its term over and a failed re-inspection come before the fine", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  const people = { 主办人: await nameOf(officer), 协办人: await nameOf(await seat("dx-officer2")) };
  const head = await seat("dx-head");
  const shop = `道县标签酒行有限公司${hasScript ? "甲" : "乙"}`;
  await visit(officer, NEW, hasScript);
  await fillIn(officer, {
    日期: daysAgo(14), 案源: "监督检查", 涉嫌违法的情况: "酒品标签有瑕疵。", 地点: "道县濂溪街道", "涉嫌的单位或个人（如已知）": shop, 当事人类型: "法人或者其他组织",
  });
  await send(officer, "登记线索", hasScript);
  const record = (day: string, kind: string, course: string, more: Record<string, string | true> = {}) => act(officer, "记录调查取证", {
    日期: day, ...people, 调查措施: kind, 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名", 经过与结果: course, ...more,
  }, hasScript);
  await record(daysAgo(14), "责令限期改正", "责令五日内更换标签。", { 改正期限: daysAgo(9) });
  await filed(officer, head, shop, "标签存在瑕疵", daysAgo(14), hasScript, people);
  await act(officer, "采用立案前的笔录", { 日期: today() }, hasScript);
  await openAct(officer, "调查终结");
  await fillIn(officer, fine("800"));
  await send(officer, "调查终结", hasScript);
  await expect(officer.getByRole("alert")).toContainText(/现在不能调查终结：.*责令改正.*复查仍未改正/);
  await expect(field(officer, "查明的事实")).toHaveValue("责令改正期满，复查时仍未改正。");
  if (hasScript) await accessible(officer);
  await picture(officer, `correction-first${hasScript ? "" : "-nojs"}`);
  const form = officer.url();
  await visit(officer, form.replace(/\/do\/.*/, ""), hasScript);
  await record(today(), "复查", "标签仍未更换。", { 复查结果: "仍未改正" });
  await visit(officer, form, hasScript);
  await fillIn(officer, fine("800"));
  await send(officer, "调查终结", hasScript);
  await expect(timeline(officer).first()).toContainText(/调查终结.*罚款 800.00 元/);
  await readsOnPhone(officer, new URL(officer.url()).pathname, hasScript);
});

test("a warning not obeyed is a new case that cites it, and falls with it", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  const people = { 主办人: await nameOf(officer), 协办人: await nameOf(await seat("dx-officer2")) };
  const head = await seat("dx-head");
  const shop = `道县台账酒业有限公司${hasScript ? "甲" : "乙"}`;
  // The warning must have been this party's: both cases know it by its code.
  const code = { 统一社会信用代码: hasScript ? "91431124MA4QY7K31U" : "91431124MA4QY7K32Y" };
  const spot = {
    当事人名称或姓名: shop,
    ...code,
    当事人类型: "法人或者其他组织",
    案由: "未履行进货查验",
    违法行为发生地: "道县濂溪街道",
    发生在本局辖区内: "是",
    ...people,
    已出示执法证件: true as const,
    已告知权利义务: true as const,
    违法事实及依据: "没有进货台账，负责人承认。",
    "当事人陈述、申辩": "当事人表示没有异议",
    违法所得: "没有违法所得",
    责令改正: "决定中责令改正",
    决定书当场交付: "已签收",
    签收人身份: "法定代表人",
    签收人姓名: "何某",
  };
  await visit(officer, `${NEW}?act=penalise_on_the_spot`, hasScript);
  await fillIn(officer, { ...spot, 日期: daysAgo(14), "违法行为日期（持续的填终了之日）": daysAgo(14), 警告: true, 改正期限或改正日期: daysAgo(9) });
  await send(officer, "当场处罚", hasScript);
  const warned = new URL(officer.url()).pathname;
  const number = (await timeline(officer).first().innerText()).match(/道商当罚〔\d{4}〕\d+号/)![0];

  await test.step("the warned case leads to the clue, which cites it", async () => {
    await officer.getByRole("link", { name: "复查发现未改正，另行登记线索" }).click();
    await expect(officer.getByRole("heading", { name: "登记线索", level: 1 })).toBeVisible();
    await ready(officer, hasScript);
    await expect(field(officer, "先前的警告决定书文号（拒不改正的才填）")).toHaveValue(number);
    await expect(field(officer, "涉嫌的单位或个人（如已知）")).toHaveValue(shop);
    await expect(field(officer, "案源")).toHaveValue("re_inspection");
    if (hasScript) await accessible(officer);
    await fillIn(officer, { 日期: daysAgo(2), 涉嫌违法的情况: "复查仍无台账。", 地点: "道县濂溪街道" });
    await send(officer, "登记线索", hasScript);
  });
  await filed(officer, head, shop, "未履行进货查验", daysAgo(2), hasScript, { ...people, ...code });
  await act(officer, "记录调查取证", {
    日期: today(), ...people, 调查措施: "现场检查（勘验）", 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名", 经过与结果: "仍无进货台账。",
  }, hasScript);
  const refused = new URL(officer.url()).pathname;

  await test.step("once the warning is revoked nothing is fined for disobeying it", async () => {
    await visit(officer, warned, hasScript);
    await act(officer, "登记复议或诉讼", { 日期: today(), 救济途径: "行政复议", "复议机关或法院、案号": "道县人民政府", 当事人申请或起诉日期: daysAgo(1) }, hasScript);
    await act(officer, "记录复议或诉讼结果", { 日期: today(), 结果: "撤销、确认违法或无效", 文书文号与要点: "政复决〔2026〕9号，撤销。" }, hasScript);
    await expect(officer.getByRole("link", { name: "复查发现未改正，另行登记线索" })).toHaveCount(0);
    await visit(officer, refused, hasScript);
    await openAct(officer, "调查终结");
    await fillIn(officer, fine("6000"));
    await send(officer, "调查终结", hasScript);
    await expect(officer.getByRole("alert")).toContainText(new RegExp(`作为前提的警告决定（${number}）没有送达，或者已被撤销`));
    await picture(officer, `first-step-void${hasScript ? "" : "-nojs"}`);
  });
});
