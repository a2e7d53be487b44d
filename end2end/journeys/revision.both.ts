// A decision that was revoked in reconsideration: nothing of it goes on until the head records what follows.
import { act, approve, fillIn, openAct, openCase, send, timeline, today } from "./case";
import { accessible, expect, picture, test, visit } from "./page";
import type { Page } from "@playwright/test";

const partyOf = (page: Page) =>
  page.getByRole("heading", { level: 1 }).evaluate((heading) => heading.childNodes[0].textContent!.trim());
const turns = (page: Page) =>
  page.locator("section", { has: page.getByRole("heading", { name: "移送公安与决定纠正", exact: true }) });

test("a revoked decision is neither closed nor enforced, and is decided anew", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await openCase(officer, "daoxian", /^(?![\s\S]*当场处罚)[\s\S]*撤销决定/, hasScript);
  const [here, party] = [new URL(officer.url()).pathname, await partyOf(officer)];
  await expect(turns(officer)).toContainText("等负责人记录撤销、变更或者重新作出");
  await expect(officer.getByRole("main")).toContainText("撤回公开信息期限");
  const close = officer.getByRole("button", { name: "提请结案" });
  await expect(close).toBeDisabled();
  await expect(close).toHaveAccessibleDescription(/决定已被复议机关或者法院撤销、变更，不再照原决定办理/);

  await openAct(officer, "提请撤销并重新作出决定");
  await expect(officer.getByText("原决定失效，案件回到调查阶段，作出决定的期限重新计算。")).toBeVisible();
  await fillIn(officer, { 作出机关: "人民法院", 撤销原因: "主要事实不清、证据不足", 文书与要点: "复议决定书，撤销原决定。", "责令重新作出的期限（日）": "三十" });
  await send(officer, "提请撤销并重新作出决定", hasScript);
  await expect(officer.getByRole("alert")).toContainText("请填 1 到 366 之间的整数");
  await fillIn(officer, { "责令重新作出的期限（日）": "30" });
  await send(officer, "提请撤销并重新作出决定", hasScript);
  // The court is named although the government ruled.
  await expect(officer.getByRole("alert")).toContainText("与复议、诉讼结果一致的作出机关");
  await fillIn(officer, { 作出机关: "人民政府（复议或监督）" });
  await send(officer, "提请撤销并重新作出决定", hasScript);
  await approve(head, "撤销并重新作出决定", party, hasScript);

  await visit(officer, here, hasScript);
  await expect(turns(officer)).toContainText(/原决定道商罚决〔\d{4}〕\d+号于.*失效（人民政府（复议或监督）），重新作出决定。/);
  await expect(officer.getByRole("link", { name: "调查终结", exact: true })).toBeVisible();
  await openAct(officer, "撤回公开信息");
  await fillIn(officer, { 日期: today(), 撤回公开的情况: "已从公示栏撤下并公开说明理由。" });
  await send(officer, "撤回公开信息", hasScript);
  await expect(timeline(officer).first()).toContainText("撤回公开信息");
  await officer.setViewportSize({ width: 360, height: 740 });
  if (hasScript) await accessible(officer);
  await picture(officer, `revision${hasScript ? "" : "-nojs"}`);

  // Somebody sues against the ruling meanwhile, and the court lets the decision stand again.
  const suit = { 救济途径: "行政诉讼", "复议机关或法院、案号": "道县人民法院，（2026）湘1124行初7号", 当事人申请或起诉日期: today() };
  await act(officer, "登记复议或诉讼", { 日期: today(), ...suit }, hasScript);
  const judgment = { 结果: "法院撤销复议决定，恢复原决定效力", 文书文号与要点: "行政判决书，撤销复议决定，恢复原决定效力。" };
  await act(officer, "记录复议或诉讼结果", { 日期: today(), ...judgment }, hasScript);
  await expect(turns(officer)).toContainText(/原决定道商罚决〔\d{4}〕\d+号于.*失效，.*恢复效力；缴款等期限从这一天起重新计算。/);
  await expect(officer.getByRole("main")).toContainText("缴款期限");
});
