// After the decision: instalments that were missed, the demand, and a reconsideration that the bureau answers.
import { act, approve, daysAgo, field, fillIn, openAct, openCase, send, timeline, today } from "./case";
import { accessible, expect, picture, test, visit } from "./page";
import type { Page } from "@playwright/test";

const partyOf = (page: Page) =>
  page.getByRole("heading", { level: 1 }).evaluate((heading) => heading.childNodes[0].textContent!.trim());

test("a plan that was broken is followed by the demand, with the surcharge told", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await visit(officer, "/daoxian/cases?stage=executing", hasScript);
  await officer.getByRole("row", { name: /送达催告书/ }).getByRole("link").first().click();
  await expect(officer.getByRole("heading", { name: "经过" })).toBeVisible();
  const pane = officer.locator("section", { has: officer.getByRole("heading", { name: "执行", exact: true }) });
  await expect(pane).toContainText(/尚欠 [\d,.]+ 元，截至今日可加处罚款 [\d,.]+ 元。/);
  await expect(pane).toContainText(/可申请法院强制执行：最早\d{4}年.*，最迟\d{4}年.*，催告书最迟\d{4}年.*送达。/);
  await openAct(officer, "送达催告书");
  await fillIn(officer, { 日期: today(), 送达方式: "邮寄送达", 交寄日: daysAgo(1), 邮件号: "EMS2026" });
  await send(officer, "送达催告书", hasScript);
  await expect(officer.getByRole("alert")).toContainText("还缺：先行直接送达的经过");
  await expect(field(officer, "邮件号")).toHaveValue("EMS2026");
  await fillIn(officer, { 先行直接送达的经过: "两次上门，店内无人。" });
  await send(officer, "送达催告书", hasScript);
  await expect(officer.getByText(/^现在等催告期和复议、起诉期满，.*之后可申请法院强制执行。$/)).toBeVisible();
  await expect(timeline(officer).first()).toContainText(/道商催告〔\d{4}〕\d+号/);
  const court = officer.getByRole("button", { name: "提请申请法院强制执行" });
  await expect(court).toBeDisabled();
  await expect(court).toHaveAccessibleDescription(/^现在不能申请法院强制执行：催告期至.*未满（行政强制法第五十四条）。/);
  if (hasScript) await accessible(officer);
  await picture(officer, `demand${hasScript ? "" : "-nojs"}`);
});

test("instalments are approved for what is owed, line by line", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await openCase(officer, "daoxian", /等当事人（送达催告书）/, hasScript);
  const [here, party] = [new URL(officer.url()).pathname, await partyOf(officer)];
  const pane = officer.locator("section", { has: officer.getByRole("heading", { name: "执行", exact: true }) });
  const owed = Number((await pane.innerText()).match(/尚欠 ([\d,.]+) 元/)![1].replaceAll(",", ""));
  await openAct(officer, "提请批准延期或分期缴款");
  await fillIn(officer, { "各期日期与金额（元）": "下个月 一半", "申请与困难情况（附件）": "资金周转困难，附流水。" });
  await send(officer, "提请批准延期或分期缴款", hasScript);
  await expect(officer.getByRole("alert")).toContainText("请每期一行，先写日期再写金额");
  await fillIn(officer, { "各期日期与金额（元）": `${daysAgo(-20)} 1` });
  await send(officer, "提请批准延期或分期缴款", hasScript);
  await expect(officer.getByRole("alert")).toContainText(/各期合计 1.00 元，与尚欠的 [\d,.]+ 元不一致/);
  await fillIn(officer, { "各期日期与金额（元）": `${daysAgo(-20)} 1\n${daysAgo(-50)}，${owed - 1}元` });
  await send(officer, "提请批准延期或分期缴款", hasScript);
  await approve(head, "批准延期或分期缴款", party, hasScript);
  await visit(officer, here, hasScript);
  await expect(officer.getByText(/^现在等当事人缴款，期限至.*。$/)).toBeVisible();
  await expect(timeline(officer).first()).toContainText(/道商延分〔\d{4}〕\d+号.*前缴 1.00 元/);
  await officer.setViewportSize({ width: 360, height: 740 });
  await picture(officer, `instalments-phone${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(officer);
});

test("a reconsideration has its own answer clock and stands open until it ended", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await openCase(officer, "daoxian", /提交答复或答辩/, hasScript);
  await expect(officer.getByText("行政复议未结。")).toBeVisible();
  await expect(officer.getByRole("main")).toContainText("复议答复期限");
  await act(officer, "提交答复或答辩", { 日期: today(), 救济途径: "行政复议", "答复或答辩要点（含证据目录）": "维持原决定的理由与证据目录。" }, hasScript);
  await expect(timeline(officer).first()).toContainText(/道商复答〔\d{4}〕\d+号/);
  await act(officer, "记录复议或诉讼结果", { 日期: today(), 结果: "维持或驳回请求", 文书文号与要点: "政复决〔2026〕9号，维持。" }, hasScript);
  await expect(officer.getByText("行政复议未结。")).toHaveCount(0);
  if (hasScript) await accessible(officer);
});
