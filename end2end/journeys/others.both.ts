// Others have a say: the court above, whoever may revoke a licence, and the authority to which a matter belongs.
import type { Page } from "@playwright/test";
import { act, approve, field, fillIn, openAct, openCase, send, timeline, today } from "./case";
import { accessible, expect, picture, test, visit } from "./page";

const partyOf = (page: Page) =>
  page.getByRole("heading", { level: 1 }).evaluate((heading) => heading.childNodes[0].textContent!.trim());
const pane = (page: Page) =>
  page.locator("section", { has: page.getByRole("heading", { name: "执行", exact: true }) });

test("a court that refused is put to the court above, which grants the enforcement", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await openCase(officer, "daoxian", /对法院裁定申请复议/, hasScript);
  const [here, party] = [new URL(officer.url()).pathname, await partyOf(officer)];
  await expect(pane(officer)).toContainText(/不服法院裁定的，可在\d{4}年.*前（含当日）向上一级人民法院申请复议。/);
  await expect(officer.getByRole("main")).toContainText("对不予受理、不予执行申请复议期限");
  await openAct(officer, "提请对法院裁定申请复议");
  await fillIn(officer, { 上一级人民法院: "永州市中级人民法院" });
  await send(officer, "提请对法院裁定申请复议", hasScript);
  await expect(officer.getByRole("alert")).toContainText("请填写内容");
  await expect(field(officer, "上一级人民法院")).toHaveValue("永州市中级人民法院");
  if (hasScript) await accessible(officer);
  await picture(officer, `objection-form${hasScript ? "" : "-nojs"}`);
  await fillIn(officer, { 申请复议的理由: "催告书由当事人签收，程序合法。" });
  await send(officer, "提请对法院裁定申请复议", hasScript);
  await approve(head, "对法院裁定申请复议", party, hasScript);

  await visit(officer, here, hasScript);
  await expect(pane(officer)).toContainText(/已于\d{4}年.*向永州市中级人民法院申请复议，尚无结果。/);
  const court = officer.getByRole("button", { name: "提请申请法院强制执行" });
  await expect(court).toHaveAccessibleDescription(/^现在不能申请法院强制执行：已就法院裁定向上一级人民法院申请复议，尚无结果/);
  await openAct(officer, "记录上一级法院裁定");
  const answer = { 日期: today(), 上一级法院裁定: "裁定受理（对不予受理）", 文书文号与要点: "永中法行复〔2026〕2号。" };
  await fillIn(officer, answer);
  await send(officer, "记录上一级法院裁定", hasScript);
  await expect(officer.getByRole("alert")).toContainText("还缺：与原裁定相应的复议结果");
  await fillIn(officer, { 上一级法院裁定: "裁定准予执行（对不予执行）" });
  await send(officer, "记录上一级法院裁定", hasScript);
  await expect(timeline(officer).first()).toContainText("裁定准予执行");
  await expect(officer.getByRole("link", { name: "记录缴款" })).toBeVisible();
  await officer.setViewportSize({ width: 360, height: 740 });
  await picture(officer, `objection-phone${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(officer);
});

test("a licence that others may revoke is proposed to them, and their answer is recorded", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await visit(officer, "/daoxian/cases?stage=executing", hasScript);
  const links = officer.getByRole("row", { name: /结案/ }).getByRole("link");
  const addresses = await links.evaluateAll((list) => list.map((link) => link.getAttribute("href")!));
  const answer = officer.getByRole("link", { name: "登记吊销许可证件的答复" });
  for (const address of addresses) {
    await visit(officer, address, hasScript);
    if (await answer.isVisible()) break;
  }
  await expect(pane(officer)).toContainText(/提请本县市场监督管理局吊销经营许可证第 \d+ 号：尚未答复。/);
  await act(officer, "登记吊销许可证件的答复", { 日期: today(), 答复结果: "不予吊销", 文书文号与要点: "县市监函〔2026〕21号，情节不足。" }, hasScript);
  await expect(pane(officer)).toContainText("不予吊销");
  await openAct(officer, "提请吊销许可证件");
  await expect(officer.getByRole("main")).toContainText(/发证机关/);
  await fillIn(officer, { 日期: today(), 提请的政府或者发证机关: "本县市场监督管理局", 许可证件名称和编号: "经营许可证第 9 号", 提请函文号: "道商函〔2026〕41号" });
  await send(officer, "提请吊销许可证件", hasScript);
  await expect(officer.getByRole("alert")).toContainText("请填写内容");
  await picture(officer, `revocation-form${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(officer);
  await fillIn(officer, { 提请吊销的事实和理由: "查明新的违法事实。" });
  await send(officer, "提请吊销许可证件", hasScript);
  await expect(timeline(officer).first()).toContainText("本县市场监督管理局，经营许可证第 9 号，道商函〔2026〕41号");
});

test("an investigation that finds the matter elsewhere leads to its transfer", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await openCase(officer, "daoxian", /移送案件/, hasScript);
  const [here, party] = [new URL(officer.url()).pathname, await partyOf(officer)];
  await expect(timeline(officer).first()).toContainText("建议移送本县市场监督管理局");
  await openAct(officer, "提请移送案件");
  await expect(field(officer, "机关名称")).toHaveValue("本县市场监督管理局");
  await fillIn(officer, { 接收单位: "其他机关", 机关类别: "市场监督管理部门", 案件移送函文号: "道商函〔2026〕52号", 移送理由: "属于市场监管职责。", 移送清单: "笔录 1 份。" });
  await send(officer, "提请移送案件", hasScript);
  await approve(head, "移送案件", party, hasScript);
  await visit(officer, here, hasScript);
  await expect(officer.getByRole("link", { name: "登记移送回执" })).toBeVisible();
  if (hasScript) await accessible(officer);
});
