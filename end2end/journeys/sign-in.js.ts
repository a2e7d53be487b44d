import { accessible, expect, picture, ready, signIn, test, visit } from "./page";

test("sign-in and sessions pass axe in both languages", async ({ page, hasScript }) => {
  await visit(page, "/_/sign-in", hasScript);
  await accessible(page);
  await picture(page, "sign-in");
  await page.getByRole("button", { name: "English" }).click();
  await ready(page, hasScript);
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "中文" }).click();
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/_/account/sessions", hasScript);
  await expect(page.getByText("本机")).toBeVisible();
  await accessible(page);
});
