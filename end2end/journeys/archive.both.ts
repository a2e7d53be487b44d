// The dossier of a closed case goes to the archive: the archivist takes it over, and nobody else does.
import { field, fillIn, openAct, readsOnPhone, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

test("the archivist takes over the dossier of a closed case", async ({ seat, hasScript }) => {
  const [archivist, officer] = [await seat("dx-archivist"), await seat("dx-officer1")];
  await visit(archivist, "/daoxian/cases?part=mine", hasScript);
  const waiting = archivist.getByRole("row", { name: /结案.*归档/ });
  const link = (hasScript ? waiting.first() : waiting.last()).getByRole("link").first();
  const here = (await link.getAttribute("href"))!;
  const party = (await link.innerText()).split(" · ")[0].trim();
  await visit(archivist, here, hasScript);
  const number = `CF-2026-${hasScript ? "9001" : "9002"}`;

  await test.step("what is wrong stays in the form with what to do", async () => {
    await openAct(archivist, "归档");
    await ready(archivist, hasScript);
    await fillIn(archivist, { 日期: today(), 档号: number, 正卷页数: "很多", 副卷页数: "10000", 保管期限: "30年" });
    if (hasScript) await accessible(archivist);
    await picture(archivist, `archive${hasScript ? "" : "-nojs"}`);
    await send(archivist, "归档", hasScript);
    await expect(archivist.getByRole("alert")).toContainText("请填写 0 到 9999 的页数");
    await expect(field(archivist, "正卷页数")).toHaveValue("很多");
    await fillIn(archivist, { 正卷页数: "４６页", 副卷页数: "0" });
    await send(archivist, "归档", hasScript);
    await expect(archivist.getByRole("alert")).toContainText("案卷齐全，缺少的已在备考表中说明");
    await expect(field(archivist, "档号")).toHaveValue(number);
  });

  await fillIn(archivist, { "案卷齐全，缺少的已在备考表中说明": true, 备考表说明: "送达回证原件附第31页。" });
  await send(archivist, "归档", hasScript);
  await expect(archivist.getByRole("status").filter({ hasText: "已记录。" })).toBeVisible();
  await expect(timeline(archivist).first()).toContainText(number);
  await expect(archivist.getByRole("link", { name: "归档", exact: true })).toHaveCount(0);
  await readsOnPhone(archivist, here, hasScript);

  await visit(officer, `/daoxian/cases?part=all&stage=archived&q=${encodeURIComponent(party)}`, hasScript);
  await expect(officer.locator(`a[href^="${here}"]`).first()).toBeVisible();
  await visit(officer, here, hasScript);
  await expect(timeline(officer).first()).toContainText("归档");
  await expect(officer.getByRole("link", { name: "归档", exact: true })).toHaveCount(0);
});
