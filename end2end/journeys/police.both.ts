// A suspected crime: reported by two officers, decided by the chief alone, handed over, refused by the police, and back.
import { act, approve, daysAgo, field, fillIn, openAct, openCase, openProposal, send, timeline, today } from "./case";
import { accessible, expect, picture, test, visit } from "./page";
import type { Page } from "@playwright/test";

const partyOf = (page: Page) =>
  page.getByRole("heading", { level: 1 }).evaluate((heading) => heading.childNodes[0].textContent!.trim());
const turns = (page: Page) =>
  page.locator("section", { has: page.getByRole("heading", { name: "移送公安与决定纠正", exact: true }) });

test("a crime is reported, the chief sends it to the police, and it comes back", async ({ seat, hasScript }) => {
  const [officer, head, chief] = [await seat("dx-officer1"), await seat("dx-head"), await seat("dx-chief")];
  await openCase(officer, "daoxian", /调查终结/, hasScript);
  const [here, party] = [new URL(officer.url()).pathname, await partyOf(officer)];
  await openAct(officer, "报告涉嫌犯罪");
  await expect(officer.getByText(/已经作出的决定继续有效/)).toBeVisible();
  await fillIn(officer, { 日期: today(), "犯罪事实、数额和证据": "销售金额二十三万元，有账册。" });
  await send(officer, "报告涉嫌犯罪", hasScript);
  await expect(officer.getByRole("alert")).toBeVisible();
  await expect(field(officer, "犯罪事实、数额和证据")).toHaveValue("销售金额二十三万元，有账册。");
  await fillIn(officer, { 涉嫌的罪名: "非法经营罪" });
  await send(officer, "报告涉嫌犯罪", hasScript);
  await expect(turns(officer)).toContainText(/涉嫌非法经营罪，.*报告，等主要负责人审批。/);
  await expect(officer.getByRole("main")).toContainText("移送公安审批期限");

  await act(officer, "提请审批移送公安机关", { 审批意见: "批准移送公安机关", 理由: "达到追诉标准。" }, hasScript);
  // The head does not decide it: it is in the chief's queue alone.
  await visit(head, "/daoxian/proposals", hasScript);
  await expect(head.getByRole("link", { name: `审批移送公安机关 · ${party}`, exact: true })).toHaveCount(0);
  await openProposal(chief, "审批移送公安机关", party, hasScript);
  if (hasScript) await accessible(chief);
  await approve(chief, "审批移送公安机关", party, hasScript);

  await visit(officer, here, hasScript);
  await expect(officer.getByRole("main")).toContainText("移交公安期限");
  const handed = { 日期: today(), 接收的公安机关: "道县公安局", 移交时间: "15:30", 移送书文号: "道商移〔2026〕9号", 移送清单: "移送书、账册三本。" };
  await openAct(officer, "移交公安机关");
  await fillIn(officer, handed);
  await send(officer, "移交公安机关", hasScript);
  await expect(officer.getByRole("alert")).toContainText("还缺：告知当事人的记载");
  await expect(field(officer, "移交时间")).toHaveValue("15:30");
  await fillIn(officer, { 已告知当事人: true });
  await send(officer, "移交公安机关", hasScript);
  await expect(officer.getByText(/^现在等公安机关答复，期限至.*。$/)).toBeVisible();
  await expect(officer.getByRole("main")).toContainText("公安立案审查期限");
  if (hasScript) await accessible(officer);
  await picture(officer, `police${hasScript ? "" : "-nojs"}`);

  await act(officer, "登记公安机关答复", { 日期: today(), 公安机关的答复: "公安机关不予立案", 文书文号与要点: "不予立案通知书。" }, hasScript);
  await act(officer, "对不予立案提出异议", { 日期: today(), 向谁提出: "提请公安机关复议", 提出的理由与文书: "数额已达标准。" }, hasScript);
  await act(officer, "登记公安机关答复", { 日期: today(), 公安机关的答复: "公安机关不予立案", 文书文号与要点: "维持。" }, hasScript);
  await officer.setViewportSize({ width: 360, height: 740 });
  await act(officer, "恢复办理", { 日期: today(), 理由: "公安机关维持不予立案。" }, hasScript);
  await expect(timeline(officer).first()).toContainText("恢复办理");
  await expect(turns(officer)).toContainText("涉嫌非法经营罪的移送已结束，本局继续办理。");
  await expect(officer.getByRole("link", { name: "调查终结", exact: true })).toBeVisible();
  if (hasScript) await accessible(officer);
  await picture(officer, `police-phone${hasScript ? "" : "-nojs"}`);
});

test("a reply of the police is not older than the hand-over", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await openCase(officer, "daoxian", /等公安机关答复|登记公安机关答复/, hasScript);
  await openAct(officer, "登记公安机关答复");
  await fillIn(officer, { 日期: daysAgo(90), 公安机关的答复: "公安机关立案", 文书文号与要点: "立案告知书。" });
  await send(officer, "登记公安机关答复", hasScript);
  await expect(officer.getByRole("alert")).toContainText("日期早于它所依据的行为");
});
