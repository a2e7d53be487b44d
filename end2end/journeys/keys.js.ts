// The keys of the approvals' queue: they need a script, and do not get in the way of writing.
import { expect, test, visit } from "./page";
import { proposed, waiting } from "./proposals";

test("keys are silent while a reason is written, and can be switched off", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await visit(officer, "/daoxian", hasScript);
  await proposed(officer, "快捷键一号");
  await visit(head, "/daoxian/proposals", hasScript);
  const before = await waiting(head);
  await head.keyboard.press("r");
  await expect(head.getByLabel("退回原因")).toBeFocused();
  await head.keyboard.type("a an");
  await expect(head.getByLabel("退回原因")).toHaveValue("a an");
  expect(await waiting(head)).toBe(before);
  await head.getByRole("button", { name: "关闭快捷键" }).click();
  await expect(head.getByRole("button", { name: "启用快捷键" })).toBeVisible();
  await head.getByRole("heading", { level: 1 }).click();
  await head.keyboard.press("r");
  await expect(head.getByLabel("退回原因")).not.toBeFocused();
  await head.getByRole("button", { name: "启用快捷键" }).click();
});
