// Evidence with JavaScript: a large file goes on where its connection broke, and what a phone sends arrives at once.
import { field, fillIn } from "./case";
import { enter, hash, openEvidence, photo, sheet } from "./evidence";
import { accessible, expect, picture, signIn, test } from "./page";

test("an upload goes on where its connection broke", async ({ browser }) => {
  // Each cut is waited out, longer each time. A page by itself: the connections that are cut here stand in its console.
  test.setTimeout(120_000);
  const page = await (await browser.newContext()).newPage();
  await signIn(page, "dx-officer1", true);
  await openEvidence(page, true);
  await fillIn(page, sheet);
  const film = Buffer.alloc(11 << 20, 7);
  film.write("\0\0\0 ftypisom");
  const from: string[] = [];
  let cut = 0;
  await page.route(/\/uploads\/[0-9a-f-]+\?at=/, async (route) => {
    const at = new URL(route.request().url()).searchParams.get("at")!;
    if (at !== "0" && cut < 3) {
      cut += 1;
      return route.abort("connectionreset");
    }
    from.push(at);
    return route.continue();
  });
  await page.getByLabel(/^选择文件/).setInputFiles([{ name: "录像.mp4", mimeType: "video/mp4", buffer: film }]);
  await expect(page.getByText("已传完，等待登记")).toBeVisible({ timeout: 60_000 });
  // Small parts that grow over a fast line, and small ones again after each cut.
  expect(from).toEqual(["0", ...[1, 2, 4, 8].map((mega) => `${mega << 20}`)]);
  expect(cut).toBe(3);
  await enter(page);
  const row = page.getByRole("row").filter({ hasText: "录像.mp4" });
  await row.locator("summary").click();
  await expect(row).toContainText(hash(film));
  await page.context().close();
});

test("what a phone photographs arrives on the computer without a reload", async ({ browser, page }) => {
  await signIn(page, "dx-officer1", true);
  await openEvidence(page, true);
  await fillIn(page, sheet);
  await page.getByRole("button", { name: "用手机拍" }).click();
  const address = await page.getByRole("link", { name: /\/_\/phone\// }).getAttribute("href");
  await expect(page.getByRole("img", { name: "手机上传的二维码" })).toBeVisible();
  await picture(page, "evidence-code");

  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await phone.goto(address!);
  await accessible(phone);
  await expect(phone.getByText("这里只能上传")).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  const shot = Buffer.concat([photo, Buffer.from("手机")]);
  await phone.getByLabel("拍照").setInputFiles([{ name: "手机照片.png", mimeType: "image/png", buffer: shot }]);
  await expect(phone.getByText("已传到电脑")).toBeVisible();
  await picture(phone, "evidence-phone");
  await phone.context().close();

  await expect(page.getByRole("checkbox", { name: "手机照片.png" })).toBeChecked();
  await expect(field(page, "来源")).toHaveValue("当事人提供");
  await enter(page);
  const row = page.getByRole("row").filter({ hasText: "手机照片.png" });
  await row.locator("summary").click();
  await expect(row).toContainText(hash(shot));
});
