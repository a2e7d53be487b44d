// The palette and the keys: they need a script, and stay silent while somebody writes.
import { openCase } from "./case";
import { accessible, expect, picture, signIn, test, visit } from "./page";

const palette = "dialog.palette";

test("Ctrl K finds pages by words, pinyin and initials, and Enter opens them", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian", hasScript);
  await expect(page.getByRole("button", { name: /^命令/ })).toBeVisible();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: /输入命令/ });
  await expect(field).toBeFocused();
  await accessible(page);
  await picture(page, "palette");
  for (const asked of ["期限计算", "qixianjisuan", "qxjsq"]) {
    await field.fill(asked);
    const options = page.locator(palette).getByRole("option");
    await expect(options.first()).toContainText("期限计算器");
    await expect(options).toHaveCount(2);
    await expect(field).toHaveAttribute("aria-activedescendant", (await options.first().getAttribute("id"))!);
  }
  await field.press("ArrowDown");
  await expect(page.locator(palette).getByRole("option", { name: /中搜索/ })).toHaveAttribute("aria-selected", "true");
  await field.press("ArrowUp");
  await field.press("Enter");
  await page.waitForURL(/\/daoxian\/calculator$/);
  await expect(page.locator(palette)).toBeHidden();
});

test("on a case it offers what may be done there", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
  await page.getByRole("button", { name: /^命令/ }).click();
  await page.getByRole("combobox", { name: /输入命令/ }).fill("jldcqz");
  await expect(page.locator(palette).getByRole("option").first()).toContainText("记录调查取证");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/do\/record/);
});

test("what is no command is searched for, and a whole number stands in no address", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian", hasScript);
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: /输入命令/ });
  await field.fill("13907461234");
  await expect(page.locator(palette).getByRole("status")).toContainText("按 Enter 搜索");
  await field.press("Enter");
  await page.waitForURL(/\/daoxian\/search/);
  expect(page.url()).not.toContain("13907461234");
});

test("Esc gives the focus back, and the keys can be switched off", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian", hasScript);
  const way = page.getByRole("button", { name: /^命令/ });
  await way.focus();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /输入命令/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(palette)).toBeHidden();
  await expect(way).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "快捷键" })).toBeVisible();
  await accessible(page);
  await picture(page, "keys");
  await page.locator(palette).getByRole("button", { name: "关闭快捷键" }).click();
  await page.locator(palette).getByRole("button", { name: "关闭", exact: true }).click();
  await expect(way).toBeHidden();
  await page.keyboard.press("Control+k");
  await page.keyboard.press("?");
  await expect(page.locator(palette)).toBeHidden();
  await page.evaluate(() => localStorage.clear());
});

test("an input method that composes is left alone", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian", hasScript);
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, isComposing: true, bubbles: true })));
  await expect(page.locator(palette)).toBeHidden();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: /输入命令/ });
  await field.fill("jisuan");
  await field.evaluate((field) => field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true })));
  await expect(field).toBeVisible();
  await expect(page).toHaveURL(/\/daoxian$/);
});

test("slash searches, j and k move through the work list, Enter opens", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian", hasScript);
  await page.keyboard.press("/");
  const search = page.getByRole("search").getByLabel("搜索");
  await expect(search).toBeFocused();
  await page.keyboard.type("jk/?");
  await expect(search).toHaveValue("jk/?");
  await page.getByRole("heading", { level: 1 }).click();
  const rows = page.locator("main tbody tr td:first-child a");
  await page.keyboard.press("j");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();
  const to = (await rows.nth(0).getAttribute("href"))!;
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(to));
});

test("without a script listening no button promises what does not work", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await signIn(page, "dx-officer1", false);
  await expect(page.getByRole("button", { name: /^命令/ })).toBeHidden();
  await context.close();
});
