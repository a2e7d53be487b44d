// The search above every page: what people remember leads to cases and establishments.
import { openCase } from "./case";
import { expect, picture, ready, signIn, test, visit } from "./page";

test("the search finds a case by its number and an establishment by its initials", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /调查终结/, hasScript);
  const number = (await page.getByRole("navigation", { name: "当前位置" }).innerText()).match(/道商案〔\d+〕\d+号/)![0];
  const party = await page.getByRole("heading", { level: 1 }).innerText();
  const search = page.getByRole("banner").getByRole("searchbox");
  await search.fill(number);
  await search.press("Enter");
  await page.waitForURL(/\/daoxian\/search\?q=/);
  await ready(page, hasScript);
  await expect(page.getByRole("main").getByText(number).first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: party.split(/\s/)[0] }).first()).toBeVisible();
  await visit(page, "/daoxian/search?q=" + encodeURIComponent("道县福"), hasScript);
  await expect(page.getByRole("heading", { name: "经营主体" })).toBeVisible();
  await picture(page, `search${hasScript ? "" : "-nojs"}`);
  await page.getByRole("link", { name: "查看全部" }).last().click();
  await page.waitForURL(/\/daoxian\/establishments\?/);
});

test("what is not found says what to try, and a clue can be registered at once", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/search?q=" + encodeURIComponent("绝无此店"), hasScript);
  await expect(page.getByRole("heading", { name: "没有找到相关的案件、经营主体、学员或培训班" })).toBeVisible();
  await page.getByRole("link", { name: "登记线索" }).click();
  await expect(page.getByRole("heading", { name: "登记线索", level: 1 })).toBeVisible();
});

test("a whole phone number finds its establishment and stands in no address", async ({ page, hasScript }) => {
  const phone = `139${Date.now().toString().slice(-8)}`;
  await signIn(page, "dx-registrar", hasScript);
  await visit(page, "/daoxian/establishments/new", hasScript);
  await page.getByLabel("主体名称").fill(`道县潇水${phone.slice(-6)}酒业商行`);
  await page.getByLabel("行业").selectOption("liquor");
  await page.getByLabel("联系电话").fill(phone);
  await page.getByRole("button", { name: "登记此主体" }).click();
  await page.waitForURL(/\/establishments\/[0-9a-f-]{36}/);
  await ready(page, hasScript);
  const address: string[] = [];
  page.on("request", (request) => address.push(request.url()));
  const search = page.getByRole("banner").getByRole("searchbox");
  await search.fill(`${phone.slice(0, 3)} ${phone.slice(3)}`);
  await search.press("Enter");
  await page.waitForURL(/\/daoxian\/search\?q=/);
  await ready(page, hasScript);
  await expect(page.getByRole("main").getByRole("link", { name: /^道县潇水/ })).toHaveCount(1);
  await visit(page, "/daoxian/establishments", hasScript);
  await page.getByRole("main").getByRole("searchbox").fill(phone);
  await page.getByRole("button", { name: "筛选" }).click();
  await page.waitForURL(/form%5Bq%5D=/);
  await ready(page, hasScript);
  await expect(page.getByRole("main").getByRole("link", { name: /^道县潇水/ })).toHaveCount(1);
  expect(address.filter((url) => url.replace(/\D/g, "").includes(phone))).toEqual([]);
});
