// Sign-in, password, uploads, the calculator, filters and addresses get what nobody should send: each answers with a
// message, and never fails on its own side.
import { readFileSync, writeFileSync } from "node:fs";
import { LONG, neverDown, plainWords, SCRIPT } from "./hostile";
import { accessible, DEMO_PASSWORD, expect, ready, signIn, test, visit } from "./page";

test("sign-in takes any text for a wrong one", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await visit(page, "/_/sign-in", hasScript);
  for (const [name, password] of [[LONG, LONG], [SCRIPT, "零\u0000字节"], ["零\u0000", "👩‍👩‍👧‍👦"], ["ｄｘ－ｈｅａｄ\u0001", " "]]) {
    await page.getByLabel("工号").fill(name);
    await page.getByLabel("密码").fill(password);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.waitForURL(/problem=/);
    await ready(page, hasScript);
    await expect(page.getByRole("alert")).toContainText("工号或密码不对，请核对后再试。");
    await plainWords(page);
  }
  await expect(page.getByLabel("工号")).toHaveValue("ｄｘ－ｈｅａｄ\u0001");
  if (hasScript) await accessible(page);
  expect(failures).toEqual([]);
});

test("a new password that cannot be taken is refused at its field", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, hasScript ? "sp-reader" : "sp-archivist", hasScript);
  for (const [now, next, again, message] of [
    ["", "", "", /新密码|当前密码不对|请填写/],
    ["wrong", "a long enough password 9", "a long enough password 9", /当前密码不对，请重新输入/],
    [DEMO_PASSWORD, "short", "short", /新密码至少 10 个字符/],
    [DEMO_PASSWORD, "password123", "password123", /太常见/],
    [DEMO_PASSWORD, "a long enough password 9", "another long enough 9", /两次输入的新密码不一致/],
    [LONG, SCRIPT, SCRIPT, /当前密码不对/],
    ["零\u0000", "👩‍👩‍👧‍👦\u0001 something else", "👩‍👩‍👧‍👦\u0001 something else", /当前密码不对/],
  ] as const) {
    await visit(page, "/_/account/password", hasScript);
    await page.getByLabel(/^当前密码/).fill(now);
    await page.getByLabel(/^新密码/).fill(next);
    await page.getByLabel(/^再次输入新密码/).fill(again);
    await page.getByRole("button", { name: "修改密码" }).click();
    await page.waitForURL(/problem=/);
    await ready(page, hasScript);
    await expect(page.getByRole("alert")).toContainText(message);
    await expect(page.getByLabel(/^当前密码/)).toHaveValue("");
  }
  if (hasScript) await accessible(page);
  expect(failures).toEqual([]);
});

test("a file that is no ledger is answered with what to do", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, "dx-registrar", hasScript);
  const ledger = readFileSync("samples/establishments-daoxian.xlsx");
  const zip = Buffer.from("UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAADAAAAYS94UEsBAh4DCgAAAAAAAAAhAAAAAAAAAAAAAAAAAAMAAAAAAAAAAAAAAKSBAAAAAGEveFBLBQYAAAAAAQABADEAAAAhAAAAAAA=", "base64");
  for (const [name, buffer, message] of [
    ["", undefined, "请选择一个工作簿"],
    ["空.xlsx", Buffer.alloc(0), /不是 Excel 工作簿|已损坏/],
    ["半截.xlsx", ledger.subarray(0, ledger.length / 2), "文件已损坏"],
    ["改坏.xlsx", Buffer.concat([ledger.subarray(0, 3_000), Buffer.alloc(2_000, 0xff), ledger.subarray(5_000)]), "文件已损坏"],
    ["压缩包.zip", zip, /不是 Excel 工作簿|已损坏/],
    ["照片.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "这不是 Excel 工作簿"],
    ["加密.xlsx", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4_000)]), /打开密码|已损坏|不是 Excel 工作簿/],
    ["零\u0001<script>.xlsx", Buffer.from("零\u0000字节"), /不是 Excel 工作簿|文件已损坏/],
  ] as const) {
    await visit(page, "/daoxian/establishments/import", hasScript);
    if (buffer) await page.getByLabel("工作簿").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByRole("button", { name: "上传并核对" }).click();
    await page.waitForURL(/problem=/);
    await ready(page, hasScript);
    await expect(page.getByRole("alert"), name).toContainText(message);
  }
  if (hasScript) await accessible(page);
  expect(failures).toEqual([]);
});

test("a file that is too big is answered with what to do", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, "dx-registrar", hasScript);
  await visit(page, "/daoxian/establishments/import", hasScript);
  const large = test.info().outputPath("很大.xlsx");
  writeFileSync(large, Buffer.alloc(33 << 20, "PK"));
  await page.getByLabel("工作簿").setInputFiles(large);
  await page.getByRole("button", { name: "上传并核对" }).click();
  await expect(page.getByRole("alert")).toContainText("文件超过 32 MB，请分成几个工作簿上传");
  expect(failures).toEqual([]);
});

test("the calculator keeps what it cannot count with", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/calculator", hasScript);
  for (const [from, length] of [["", ""], [SCRIPT, "-1"], ["９９９９９", "1e9"], ["长".repeat(2_000), "99999999999999999999"], ["0001-01-01", "👩‍👧"]]) {
    await page.getByLabel("起算事件日期").fill(from);
    await page.getByLabel("期限长度").fill(length);
    await page.getByRole("button", { name: "计算", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("form[length]") === length);
    await ready(page, hasScript);
    await expect(page.getByRole("alert")).toContainText(/请|日期/);
    await expect(page.getByLabel("起算事件日期")).toHaveValue(from);
    await expect(page.getByLabel("期限长度")).toHaveValue(length);
    await plainWords(page);
  }
  // Full-width digits are digits.
  await page.getByLabel("起算事件日期").fill("２０２６年１１月２０日");
  await page.getByLabel("期限长度").fill("５");
  await page.getByLabel("单位").selectOption({ label: "工作日" });
  await page.getByRole("button", { name: "计算", exact: true }).click();
  await expect(page.getByText("11月27日届满")).toBeVisible();
  expect(failures).toEqual([]);
});

test("filters and searches take any text", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, "dx-officer1", hasScript);
  for (const text of [SCRIPT, "%_\\", "👩‍👧𠮷", "看不见\u0001的", "长".repeat(1_000)]) {
    await visit(page, "/daoxian/establishments", hasScript);
    await page.getByLabel("查找").fill(text);
    await page.getByRole("button", { name: "筛选" }).click();
    await page.waitForURL(/q%5D=./);
    await ready(page, hasScript);
    await expect(page.getByText("没有符合条件的经营主体，请减少条件或换一个词")).toBeVisible();
    await expect(page.getByLabel("查找")).toHaveValue(text);
    await visit(page, `/daoxian/cases?q=${encodeURIComponent(text)}`, hasScript);
    await expect(page.getByText("没有符合条件的案件")).toBeVisible();
    await plainWords(page);
  }
  expect(failures).toEqual([]);
});

test("an address that was made up leads to a page that says so", async ({ page, hasScript }) => {
  const failures = neverDown(page);
  await signIn(page, "dx-chief", hasScript);
  const id = "0190f0e0-0000-7000-8000-000000000000";
  const asked = encodeURIComponent(SCRIPT);
  for (const [path, status] of [
    [`/daoxian/cases/${asked}`, 404], [`/daoxian/cases/${id}/do/file`, 404], [`/daoxian/cases/${id}/do/no_such_act`, 404],
    [`/daoxian/cases/${id}/contact/${id}`, 404], [`/daoxian/establishments/%00`, 404], [`/daoxian/establishments/import/${id}`, 403],
    [`/daoxian/industries/${asked}`, 404], ["/daoxian/no-such-page", 404], ["/%ff%fe", 404], [`/${asked}`, 404], ["/_/no-such-page", 404],
    [`/daoxian/cases?stage=${asked}&industry=%00&part=${asked}`, 200], [`/daoxian/cases?after=${asked}`, 404], [`/daoxian/cases?q=%00`, 200],
    [`/daoxian/proposals?shown=${asked}&problem=${asked}`, 200], [`/daoxian/cases/new?draft=${id}&entry=-1&party=%00`, 200],
    [`/daoxian/establishments?after=${asked}`, 404],
    [`/daoxian/establishments?form%5Blicence%5D=%00&form%5Bindustry%5D=${asked}&exact=maybe`, 200],
    [`/daoxian/industries/oil?day=${asked}&q=%00`, 200], ["/daoxian/calculator?form%5Bfrom%5D=%00&form%5Bunit%5D=%00&form%5Blength%5D=%ff", 200],
    [`/_/sign-in?next=%00&problem=${asked}`, 200], [`/_/account/password?problem=${asked}`, 200],
  ] as const) {
    const response = await visit(page, path, false);
    expect(response?.status(), path).toBe(status);
    await expect(page.getByRole("main"), path).toBeVisible();
    await plainWords(page);
  }
  expect(failures).toEqual([]);
});
