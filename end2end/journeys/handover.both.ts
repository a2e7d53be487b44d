// Somebody leaves: what the person has in hand passes to others by one approval.
import { accessible, expect, picture, ready, signIn, test, visit } from "./page";
import { field, nameOf, readsOnPhone } from "./case";

test("open cases pass to another officer, and what a rule forbids stays with its reason", async ({ page, seat, hasScript }) => {
  test.setTimeout(90_000);
  const from = await nameOf(await seat("xt-officer1"));
  const expired = await nameOf(await seat("xt-officer3"));
  await signIn(page, "xt-head", hasScript);
  await visit(page, "/xintian/cases", hasScript);
  await page.getByRole("link", { name: "工作交接" }).click();
  await ready(page, hasScript);
  await page.getByRole("link", { name: from }).click();
  await ready(page, hasScript);
  if (hasScript) await accessible(page);

  await test.step("without a receiver nothing happens", async () => {
    await field(page, "交接原因").fill("调离执法岗位");
    await page.getByRole("button", { name: "批准并交接" }).click();
    await page.waitForURL(/draft=/);
    await ready(page, hasScript);
    await expect(page.getByRole("alert")).toContainText("请至少为一个案件指定接手人");
    await expect(field(page, "交接原因")).toHaveValue("调离执法岗位");
  });

  await test.step("a receiver without a valid certificate takes no case", async () => {
    await field(page, "全部交给").selectOption({ label: expired });
    await page.getByRole("button", { name: "批准并交接" }).click();
    await ready(page, hasScript);
    await expect(page.getByRole("alert")).toContainText("执法证");
    await expect(page.getByText(/^0 件已交接/)).toBeVisible();
    await picture(page, `handover-stays${hasScript ? "" : "-nojs"}`);
  });

  await test.step("with the certificate renewed, all pass by one approval", async () => {
    const admin = await seat("xt-admin");
    await visit(admin, "/xintian/members", hasScript);
    await admin.getByRole("link", { name: expired }).click();
    await ready(admin, hasScript);
    await admin.getByLabel("执法证有效期止").fill(daysAhead(365));
    await admin.getByRole("button", { name: "保存修改" }).click();
    await expect(admin.getByRole("status").filter({ hasText: "修改已保存" })).toBeVisible();
    await page.getByRole("button", { name: "批准并交接" }).click();
    await page.waitForURL(/done=handed/);
    await ready(page, hasScript);
    await expect(page.getByText("没有可以交接的案件。")).toBeVisible();
    if (hasScript) await accessible(page);
    await picture(page, `handover-done${hasScript ? "" : "-nojs"}`);
  });

  await test.step("the receiver has them in hand, each with its change of officers", async () => {
    const receiver = await seat("xt-officer3");
    await visit(receiver, "/xintian?part=handled", hasScript);
    await receiver.getByRole("main").getByRole("table").getByRole("link").first().click();
    await ready(receiver, hasScript);
    await expect(receiver.getByText("变更承办人").first()).toBeVisible();
    await expect(receiver.getByText(expired).first()).toBeVisible();
    await readsOnPhone(receiver, new URL(receiver.url()).pathname, hasScript);
  });
});

/** The day in so many days. */
function daysAhead(days: number) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(Date.now() + days * 86_400_000);
}
