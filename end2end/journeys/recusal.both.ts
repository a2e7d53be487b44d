// Recusal: the investigation goes on until the head decides, and whoever stands aside is not named again.
import { act, approve, field, fillIn, nameOf, openAct, openCase, send, timeline, today } from "./case";
import { accessible, expect, test, visit } from "./page";
import type { Page } from "@playwright/test";

const partyOf = (page: Page) =>
  page.getByRole("heading", { level: 1 }).evaluate((heading) => heading.childNodes[0].textContent!.trim());

test("a challenged officer goes on until the head has decided", async ({ seat, hasScript }) => {
  const [officer, other, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  await openCase(officer, "daoxian", /调查终结/, hasScript);
  const [here, party] = [new URL(officer.url()).pathname, await partyOf(officer)];
  await visit(other, here, hasScript);
  const name = await nameOf(other);
  await openAct(officer, "登记回避申请");
  await fillIn(officer, { 日期: today(), 由谁提出: "当事人申请", 利害关系或者可能影响公正的其他关系: "与当事人是同学。" });
  await send(officer, "登记回避申请", hasScript);
  await expect(officer.getByRole("alert")).toContainText("请选择被申请回避的人员");
  await expect(field(officer, "利害关系或者可能影响公正的其他关系")).toHaveValue("与当事人是同学。");
  await fillIn(officer, { 被申请回避的人员: name });
  await send(officer, "登记回避申请", hasScript);
  await expect(timeline(officer).first()).toContainText(`${name}，当事人申请，与当事人是同学。`);
  await act(officer, "提请决定是否回避", { 决定: "驳回申请", 理由: "不影响公正。" }, hasScript);
  // Meanwhile the other officer works on.
  await visit(other, here, hasScript);
  await expect(other.getByRole("link", { name: "调查终结", exact: true })).toBeVisible();
  await approve(head, "决定是否回避", party, hasScript);
  await visit(officer, here, hasScript);
  await expect(timeline(officer).first()).toContainText("驳回回避申请");
  if (hasScript) await accessible(officer);
});

test("whoever stands aside is not named again", async ({ seat, hasScript }) => {
  const head = await seat("dx-head");
  await visit(head, "/daoxian/cases?stage=investigating", hasScript);
  await head.getByRole("row", { name: /变更承办人/ }).getByRole("link").first().click();
  await expect(timeline(head).first()).toContainText("决定回避");
  await head.setViewportSize({ width: 360, height: 740 });
  await openAct(head, "变更承办人");
  await fillIn(head, { 日期: today(), 理由: "回避后另行指派。" });
  await send(head, "变更承办人", hasScript);
  await expect(head.getByRole("alert")).toContainText(/已经决定回避/);
  if (hasScript) await accessible(head);
});
