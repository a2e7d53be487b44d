import { expect, picture, signIn, test, visit } from "./page";

test("a wrong password is refused in words and the name stays", async ({ page, hasScript }) => {
  await visit(page, "/_/sign-in", hasScript);
  await page.getByLabel("工号").fill("nobody1");
  await page.getByLabel("密码").fill("not the password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("工号或密码不对");
  await expect(page.getByLabel("工号")).toHaveValue("nobody1");
  await expect(page).toHaveURL(/problem=wrong/);
});

test("an empty form says what is missing", async ({ page, hasScript }) => {
  await visit(page, "/_/sign-in", hasScript);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("请填写工号和密码");
});

test("an officer signs in, sees the bureau, and signs out", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await expect(page.getByRole("navigation", { name: "主菜单" })).toContainText("道县");
  await picture(page, `desk${hasScript ? "" : "-nojs"}`);
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await visit(page, "/daoxian", hasScript);
  await expect(page).toHaveURL(/sign-in\?next=/);
});

test("a bureau that is not mine and one that is not there look the same", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  const foreign = await visit(page, "/dongan", hasScript);
  expect(foreign?.status()).toBe(404);
  const foreignText = await page.locator("main").innerText();
  const unknown = await visit(page, "/nowhere", hasScript);
  expect(unknown?.status()).toBe(404);
  expect(await page.locator("main").innerText()).toBe(foreignText);
});
