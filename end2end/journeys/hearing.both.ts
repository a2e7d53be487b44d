// A hearing: one party of two asks for it, it is appointed and told in time; another case comes out of its hearing
// and goes on through discussion to the decision.
import { act, approve, daysAgo, field, fillIn, nameOf, openAct, openCase, send, timeline, today } from "./case";
import { accessible, expect, picture, test, visit } from "./page";
import type { Page } from "@playwright/test";

const daysAhead = (days: number) => daysAgo(-days);

/** The name of the party of the case that is open. */
const partyOf = (page: Page) =>
  page.getByRole("heading", { level: 1 }).evaluate((heading) => heading.childNodes[0].textContent!.trim());

/** Does an act on one of several parties: its link names the party, its form says the act. */
async function actOn(page: Page, party: string, name: string, values: Record<string, string | true>, hasScript: boolean) {
  await page.getByRole("link", { name: `${name}（${party}）`, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} ${party}`);
  await fillIn(page, values);
  await send(page, name, hasScript);
}

test("one party asks for a hearing, the other goes its own way", async ({ seat, hasScript }) => {
  test.setTimeout(150_000);
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const officers = { 主办人: await nameOf(officer), 协办人: await nameOf(second) };
  const [station, keeper] = hasScript ? ["道县听证甲加油站有限公司", "听证甲站长"] : ["道县听证乙加油站有限公司", "听证乙站长"];
  const unlawful = { "违法行为日期（持续的填终了之日）": daysAgo(3), 违法行为发生地: "道县上关街道", 发生在本局辖区内: "是" };
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(1), 案源: "监督检查", 涉嫌违法的情况: "使用未经检定的加油机。", 地点: "道县上关街道" });
  await send(officer, "登记线索", hasScript);
  const here = new URL(officer.url()).pathname;
  const against = (name: string, kind: string) => ({ 当事人名称或姓名: name, 当事人类型: kind, 案由: "加油站使用未经检定的计量器具", ...unlawful });
  await act(officer, "提请立案", { ...against(station, "法人或者其他组织"), ...officers }, hasScript);
  await approve(head, "立案", station, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "提请追加当事人", against(keeper, "公民"), hasScript);
  await approve(head, "追加当事人", keeper, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "记录调查取证", {
    日期: today(), ...officers, 调查措施: "现场检查（勘验）", 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名", 经过与结果: "四台加油机均未检定。",
  }, hasScript);

  const conclude = async (name: string, fine: string) => {
    await actOn(officer, name, "调查终结", {
      日期: today(), 查明的事实: "四台加油机未经检定仍在使用。", 处理建议: "给予处罚", "罚款（元）": fine, 违法所得: "没有违法所得", 责令改正: "已经改正", 改正期限或改正日期: today(), 裁量理由: "配合调查。",
    }, hasScript);
  };
  // The keeper is a citizen: a thousand yuan give him a hearing.
  await conclude(station, "900");
  await conclude(keeper, "1000");
  await actOn(officer, keeper, "提请批准事先告知", { 听证权利: "本案不属于听证范围，不告知" }, hasScript);
  await expect(officer.getByRole("alert")).toContainText("拟处罚属于听证范围，须告知听证权利（行政处罚法第四十四条、第六十三条）");
  await fillIn(officer, { 听证权利: "依法告知听证权利" });
  await send(officer, "提请批准事先告知", hasScript);
  await approve(head, "批准事先告知", keeper, hasScript);
  await visit(officer, here, hasScript);
  const service = { 日期: today(), 送达方式: "直接送达", ...officers, 签收人身份: "本人", 签收人姓名: "何某" };
  await actOn(officer, keeper, "送达事先告知书", service, hasScript);
  await actOn(officer, keeper, "当事人要求听证", { 日期: today(), "要求听证的情况（方式、有异议的事项）": "当场书面要求，对责任有异议。" }, hasScript);
  await actOn(officer, station, "提请批准事先告知", { 听证权利: "本案不属于听证范围，不告知" }, hasScript);
  await approve(head, "批准事先告知", station, hasScript);
  await visit(officer, here, hasScript);
  const parties = officer.locator("section", { has: officer.getByRole("heading", { name: "当事人", exact: true }) });
  await expect(parties.getByText(keeper).locator("..")).toContainText("听证");
  await expect(parties.getByText(station).locator("..")).toContainText("终结");
  await expect(officer.getByRole("link", { name: `提请安排听证（${keeper}）` })).toBeVisible();
  await expect(officer.getByRole("main")).toContainText(/道商听告〔\d{4}〕\d+号/);
  await picture(officer, `hearing-two-parties${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(officer);
});

test("a hearing is appointed with seven full working days before it", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await openCase(officer, "daoxian", /安排听证/, hasScript);
  const [here, party] = [new URL(officer.url()).pathname, await partyOf(officer)];
  await openAct(officer, "提请安排听证");
  const host = (await field(officer, "听证主持人").locator("option").allTextContents())[1];
  await fillIn(officer, { 听证主持人: host, 听证日期: daysAhead(3), 听证时间: "9:30", 听证地点: "局三楼会议室" });
  await send(officer, "提请安排听证", hasScript);
  await expect(officer.getByRole("alert")).toContainText(/通知书最迟应在.*送达（行政处罚法第六十四条，七个工作日）/);
  await expect(field(officer, "听证地点")).toHaveValue("局三楼会议室");
  await fillIn(officer, { 听证日期: daysAhead(25) });
  await send(officer, "提请安排听证", hasScript);
  await approve(head, "安排听证", party, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "送达听证通知书", { 日期: today(), 送达方式: "直接送达", 签收人身份: "代理人", 签收人姓名: "何某" }, hasScript);
  await expect(officer.getByText(/^现在等听证，定于.*举行。$/)).toBeVisible();
  await expect(timeline(officer).first()).toContainText("送达听证通知书");
  if (hasScript) await accessible(officer);
  await picture(officer, `hearing-appointed${hasScript ? "" : "-nojs"}`);
});

test("after the hearing the discussion binds the decision", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await openCase(officer, "daoxian", /集体讨论/, hasScript);
  const [here, party] = [new URL(officer.url()).pathname, await partyOf(officer)];
  await expect(officer.getByRole("listitem").filter({ hasText: /^听证$/ })).toHaveAttribute("aria-current", "step");
  await openAct(officer, "提请集体讨论");
  await fillIn(officer, { 讨论人员及意见: "周局长同意", 讨论结论: "一致同意。" });
  await send(officer, "提请集体讨论", hasScript);
  await expect(officer.getByRole("alert")).toContainText("请每人一行，写成“姓名：意见”");
  await fillIn(officer, { 讨论人员及意见: `${await nameOf(officer)}：同意\n周局：同意` });
  await send(officer, "提请集体讨论", hasScript);
  await expect(officer.getByRole("alert")).toContainText("是本案承办人，只汇报案情，不参加表决");
  await fillIn(officer, { 讨论人员及意见: "周局：同意\n欧阳副局长：同意" });
  await send(officer, "提请集体讨论", hasScript);
  await approve(head, "集体讨论", party, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "提请作出处罚决定", { 理由: "事实清楚，经听证和集体讨论。" }, hasScript);
  await approve(head, "作出处罚决定", party, hasScript);
  await visit(officer, here, hasScript);
  await expect(officer.getByRole("listitem").filter({ hasText: /^决定$/ })).toHaveAttribute("aria-current", "step");
  await officer.setViewportSize({ width: 360, height: 740 });
  await picture(officer, `hearing-decided-phone${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(officer);
});
