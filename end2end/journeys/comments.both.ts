// What colleagues say about a case, outside its dossier: a mention is told and leads to the comment, its author
// withdraws it, and neither another county nor the city reads it.
import type { Page } from "@playwright/test";
import { nameOf, openCase } from "./case";
import { LONG, neverDown, plainWords, SCRIPT } from "./hostile";
import { accessible, expect, picture, ready, test, visit } from "./page";
import { beginVisit } from "./visiting";

const CASE = /终结 批准事先告知/;

/** The section below the timeline, and what stands in it. */
const section = (page: Page) => page.getByRole("region", { name: "评论 不入卷" });
const comment = (page: Page, text: string) => section(page).getByRole("listitem").filter({ hasText: text });

/** Writes a comment that mentions people by their names. */
async function say(page: Page, text: string, mentioned: string[], hasScript: boolean) {
  await section(page).getByRole("textbox").fill(text);
  for (const name of mentioned) await section(page).getByRole("checkbox", { name, exact: true }).check();
  await section(page).getByRole("button", { name: "发表", exact: true }).click();
  await page.waitForURL(/done=commented|draft=/);
  await ready(page, hasScript);
}

/** How many reminders a person has not read. */
async function unread(page: Page) {
  const menu = page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: /^今日提醒/ });
  return Number((await menu.innerText()).match(/\d+/)?.[0] ?? 0);
}

test("a mentioned colleague finds the comment among the reminders, and its author withdraws another", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await visit(head, "/daoxian", hasScript);
  const before = await unread(head);
  await openCase(officer, "daoxian", CASE, hasScript);
  const here = new URL(officer.url()).pathname;
  await expect(section(officer)).toContainText("不属于案卷");
  const text = `检疫票对上了，\n请看 ${Date.now()}`;
  await say(officer, text, [await nameOf(head)], hasScript);
  await expect(section(officer).getByRole("status")).toHaveText("已发表。");
  await expect(comment(officer, text.split("\n")[1])).toContainText(`@${await nameOf(head)}`);
  await expect(comment(officer, text.split("\n")[1])).toContainText(await nameOf(officer));
  if (hasScript) await accessible(officer);
  await picture(officer, `comments${hasScript ? "" : "-nojs"}`);

  await visit(head, "/daoxian/reminders", hasScript);
  expect(await unread(head)).toBe(before + 1);
  await expect(head).toHaveTitle(new RegExp(`^\\(${before + 1}\\) `));
  const told = head.getByRole("main").getByRole("row", { name: new RegExp(`评论.*${text.slice(-13)}`) });
  await expect(told).toContainText("有同事在评论中提到您");
  await told.getByRole("link").click();
  await expect(comment(head, text.split("\n")[1])).toBeInViewport();
  await expect(comment(head, text.split("\n")[1]).getByRole("button", { name: "撤回" })).toHaveCount(0);
  await visit(head, "/daoxian/reminders", hasScript);
  await told.getByRole("button", { name: "标为已读" }).click();
  await expect(head.getByText("已标为已读。")).toBeVisible();
  await ready(head, hasScript);
  expect(await unread(head)).toBe(before);

  await visit(head, here, hasScript);
  const slip = `写错了 ${Date.now()}`;
  await say(head, `@${await nameOf(officer)} ${slip}`, [], hasScript);
  await visit(officer, "/daoxian/reminders", hasScript);
  await expect(officer.getByRole("main").getByRole("row", { name: new RegExp(slip) })).toHaveCount(1);
  await comment(head, slip).getByRole("button", { name: "撤回" }).click();
  await expect(section(head).getByRole("status")).toHaveText("已撤回，内容不再显示。");
  await expect(comment(head, "这条评论已撤回。")).toHaveCount(1);
  await visit(officer, here, hasScript);
  await expect(comment(officer, "这条评论已撤回。")).toContainText(await nameOf(head));
  await expect(officer.getByRole("main")).not.toContainText(slip);
  await visit(officer, "/daoxian/reminders", hasScript);
  await expect(officer.getByRole("main")).not.toContainText(slip);

  await officer.setViewportSize({ width: 360, height: 740 });
  await visit(officer, here, hasScript);
  await picture(officer, `comments-360${hasScript ? "" : "-nojs"}`);
  expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("what cannot be taken stays in the form, and hostile words are words", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  const failures = neverDown(officer);
  await openCase(officer, "daoxian", CASE, hasScript);
  await say(officer, LONG, [], hasScript);
  await expect(officer.getByRole("alert")).toContainText("已填内容没有丢失");
  expect(await section(officer).getByRole("textbox").inputValue()).toBe(LONG);
  await expect(section(officer).getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  if (hasScript) await accessible(officer);
  await picture(officer, `comments-wrong${hasScript ? "" : "-nojs"}`);
  await say(officer, SCRIPT, [], hasScript);
  await expect(comment(officer, SCRIPT)).toHaveCount(1);
  await plainWords(officer);
  expect(failures).toEqual([]);
});

test("neither another county nor a visit of the city reads a comment, and it is on no paper", async ({ seat, hasScript }) => {
  const [reader, stranger, city] = [await seat("dx-reader"), await seat("jh-officer1"), await seat("yz-supervisor")];
  await openCase(reader, "daoxian", CASE, hasScript);
  const here = new URL(reader.url()).pathname;
  const text = `只给同事看 ${Date.now()}`;
  await say(reader, text, [], hasScript);
  await reader.emulateMedia({ media: "print" });
  await expect(section(reader)).toBeHidden();
  await reader.emulateMedia({ media: "screen" });
  await expect(comment(reader, text)).toBeVisible();

  const id = here.split("/").pop()!;
  expect((await stranger.request.get(here)).status()).toBe(404);
  for (const path of [`/jianghua/cases/${id}`, `/jianghua/cases/${id}?until=${id}`]) {
    const answer = await stranger.request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text()).not.toContain(text);
  }
  for (const bureau of ["daoxian", "jianghua"]) {
    const form = { bureau, case: id, "form[comment]": "我也说一句", "form[token]": crypto.randomUUID() };
    expect((await stranger.request.post("/_/api/comment", { form, maxRedirects: 0 })).status(), bureau).toBe(404);
  }
  await visit(city, "/yongzhou", hasScript);
  await beginVisit(city, "daoxian", undefined, hasScript);
  const seen = `${new URL(city.url()).pathname}/cases/${id}`;
  await visit(city, seen, hasScript);
  await expect(city.getByRole("heading", { name: "经过" })).toBeVisible();
  await expect(section(city)).toHaveCount(0);
  await expect(city.getByRole("main")).not.toContainText(text);
});
