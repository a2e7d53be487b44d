// A large file of evidence with JavaScript: it goes on where its connection broke. Without a script a form is sent whole.
import { fillIn } from "./case";
import { enter, hash, openEvidence, sheet } from "./evidence";
import { expect, signIn, test } from "./page";

test("an upload goes on where its connection broke", async ({ browser }) => {
  // A page by itself: the connections that are cut here stand in its console.
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
  await expect(page.getByText("已传完，等待登记")).toBeVisible({ timeout: 30_000 });
  expect(from).toEqual(["0", `${4 << 20}`, `${8 << 20}`]);
  expect(cut).toBe(3);
  await enter(page);
  const row = page.getByRole("row").filter({ hasText: "录像.mp4" });
  await row.locator("summary").click();
  await expect(row).toContainText(hash(film));
  await page.context().close();
});
