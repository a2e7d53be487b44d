// A bureau practises: its administrator opens the area, an officer works in it, and nobody else sees anything of it.
import { fillIn, send, today } from "./case";
import { accessible, expect, picture, ready, signIn, test, visit } from "./page";

/** Two bureaus, so that both projects open an area of their own. */
const bureauOf = (hasScript: boolean) => (hasScript ? { slug: "xintian", seat: "xt", name: "新田县商务局" } : { slug: "jianghua", seat: "jh", name: "江华县商务局" });

test("an officer practises in an area of the bureau's own, and what is practised counts nowhere", async ({ page, seat, hasScript }) => {
  const { slug, seat: who, name } = bureauOf(hasScript);
  await signIn(page, `${who}-admin`, hasScript);
  await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "演练区" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("演练区");
  await ready(page, hasScript);
  await page.getByRole("button", { name: "开设演练区", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("演练区已开设");
  await expect(page.getByRole("main")).toContainText(`${name}（演练）`);
  await picture(page, `practice-open${hasScript ? "" : "-nojs"}`);

  const officer = await seat(`${who}-officer1`);
  await expect(officer.getByRole("region", { name: /^演练：/ }), "the bureau itself is not striped").toHaveCount(0);
  await officer.locator("details.bureau summary").click();
  await officer.getByRole("link", { name: /（演练）$/ }).click();
  await expect(officer.getByRole("region", { name: /^演练：/ })).toContainText("不计入任何统计");
  await expect(officer).toHaveURL(`/${slug}-yanlian`);
  await visit(officer, `/${slug}-yanlian/cases/new`, hasScript);
  await fillIn(officer, { 日期: today(), 案源: "监督检查", 涉嫌违法的情况: "练习登记的线索", 地点: "练习镇" });
  await send(officer, "登记线索", hasScript);
  await expect(officer.getByRole("main")).toContainText(/演练[^ ]*商案〔\d{4}〕1号/);
  await expect(officer.getByRole("region", { name: /^演练：/ })).toBeVisible();
  if (hasScript) await accessible(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  expect(await officer.evaluate(() => document.documentElement.scrollWidth), "nothing scrolls sideways").toBeLessThanOrEqual(360);
  await picture(officer, `practice-case${hasScript ? "" : "-nojs"}`);

  await officer.getByRole("link", { name: `回到${name}` }).click();
  await expect(officer).toHaveURL(`/${slug}`);
  await ready(officer, hasScript);
  await officer.getByRole("banner").getByRole("searchbox").fill("练习登记的线索");
  await officer.getByRole("banner").getByRole("searchbox").press("Enter");
  await expect(officer.getByRole("main")).toContainText("没有找到");

  const stranger = await seat("dx-head");
  const found = await stranger.goto(`/${slug}-yanlian/cases`);
  expect(found?.status(), "another bureau's area is not there").toBe(404);

  await page.getByRole("button", { name: "清空重来", exact: true }).click();
  await expect(page.getByRole("main")).toContainText(`/${slug}-yanlian-2`);
  expect((await officer.goto(`/${slug}-yanlian`))?.status(), "what was practised is gone").toBe(404);
  await visit(officer, `/${slug}-yanlian-2/cases`, hasScript);
  await expect(officer.getByRole("main")).toContainText(/没有/);
  await ready(page, hasScript);
  await page.getByRole("button", { name: "关闭演练区", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("演练区已关闭");
  expect((await officer.goto(`/${slug}-yanlian-2`))?.status()).toBe(404);
});
