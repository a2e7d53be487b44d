// Every page of the route table, in both languages and both themes: axe finds nothing, and nothing scrolls sideways on
// an office screen or a phone.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { accessible, expect, picture, ready, signIn, test, visit } from "./page";
import { openCases } from "./open-cases";
import { beginVisit } from "./visiting";
import { workbookOf } from "./workbook";

const NOBODY = "0190f0e0-0000-7000-8000-000000000000";

/** Which seat looks at which routes; a finder leads from there to a page whose address holds an id. */
const WALKS: Record<string, Record<string, string | ((page: Page) => Promise<string>)>> = {
  "dx-officer1": {
    "/_/account/sessions": "/_/account/sessions",
    "/_/account/password": "/_/account/password?problem=wrong",
    "/:bureau": "/daoxian",
    "cases": "/daoxian/cases",
    "cases/new": "/daoxian/cases/new",
    "cases/:case": (page) => linkIn(page, "/daoxian/cases", /终结 批准事先告知/),
    "cases/:case/do/:act": async (page) => `${await linkIn(page, "/daoxian/cases", /立案 记录调查取证/)}/do/record`,
    "cases/:case/contact/:party": async (page) => linkOn(page, await linkIn(page, "/daoxian/cases", /终结 批准事先告知/), "证件号码和电话"),
    "proposals": "/daoxian/proposals",
    "reminders": "/daoxian/reminders",
    "reminders/week": "/daoxian/reminders/week",
    "views": "/daoxian/views?page=cases&query=stage%3Dclosed",
    "a case that is talked about": async (page) => (await linkTo(page, "/daoxian/reminders", /until=/)).split("#")[0],
    "establishments": "/daoxian/establishments",
    "establishments/:id": (page) => linkIn(page, "/daoxian/establishments", /有效/),
    "search": "/daoxian/search?q=%E5%8A%A0%E6%B2%B9%E7%AB%99",
    "calculator": "/daoxian/calculator?form%5Bfrom%5D=2026-09-28&form%5Blength%5D=10&form%5Bunit%5D=working",
    "the calculator of a clock": "/daoxian/calculator?form%5Bfrom%5D=2026-09-07&form%5Bclock%5D=measure&form%5Bextended%5D=yes&form%5Bpause_from%5D=2026-09-10&form%5Bpause_to%5D=x",
    "calendar": "/daoxian/calendar",
    "calendar/:year": "/daoxian/calendar/2026",
    "industries": "/daoxian/industries",
    "industries/:industry": "/daoxian/industries/oil",
    "a penalty on the spot": "/daoxian/cases/new?act=penalise_on_the_spot",
    "a case decided on the spot": (page) => linkIn(page, "/daoxian/cases", /当场处罚 送达/),
    "the papers of a case": async (page) => (await linkIn(page, "/daoxian/cases", /结案/)).replace("/daoxian/cases/", "/_/papers/daoxian/"),
    "the papers of a case under way": async (page) => (await linkIn(page, "/daoxian/cases", /立案 记录调查取证/)).replace("/daoxian/cases/", "/_/papers/daoxian/"),
    "the evidence of a case": async (page) => (await linkIn(page, "/daoxian/cases", /立案 记录调查取证/)).replace("/daoxian/cases/", "/_/evidence/daoxian/"),
    "a piece of evidence": (page) => oneEvidence(page),
    "the dossier of a case": async (page) => (await linkIn(page, "/daoxian/cases", /结案/)).replace("/daoxian/cases/", "/_/dossier/daoxian/"),
    "the papers that are not back": "/_/papers/daoxian",
    "where scans come in": "/_/papers/daoxian/scan",
    "the goods and the money of a case": async (page) => (await linkIn(page, "/daoxian/cases", /结案/)).replace("/daoxian/cases/", "/_/money/daoxian/"),
    "the payment ledger": "/_/money/daoxian",
    "payments/import": "/daoxian/payments/import?problem=csv",
    "payments/import/:id": (page) => bankList(page),
    "the check of a paper that is not known": "/_/check/1-0123456789abcdef0123456789abcdef",
    "a case that has ended": (page) => linkIn(page, "/daoxian/cases", /结案/),
    "the form of a conclusion": (page) => actOf(page, /以后|调查终结/, /\/do\/conclude/),
    "the form of a service": (page) => actOf(page, /送达决定书/, /\/do\/serve/),
    "the form of a transfer": (page) => actOf(page, /立案 记录调查取证/, /\/do\/propose_transfer/),
    "not there": `/daoxian/cases/${NOBODY}`,
  },
  "dx-officer2": {
    "a case with registered evidence": (page) => linkIn(page, "/daoxian/cases", /处理登记保存的证据/),
    "the form of a seizure": async (page) => `${await linkIn(page, "/daoxian/cases", /处理登记保存的证据/)}/do/take_urgent_measure`,
  },
  "dx-registrar": {
    "establishments/new": "/daoxian/establishments/new",
    "establishments/import": "/daoxian/establishments/import?problem=csv",
    "establishments/import/:id": (page) => uploaded(page, "establishments", "establishments-daoxian.xlsx"),
    "establishments/:id/edit": async (page) => `${await linkIn(page, "/daoxian/establishments", /有效/)}/edit`,
  },
  "dx-trainer": {
    "programmes": "/daoxian/programmes",
    "programmes/new": "/daoxian/programmes/new",
    "programmes/:id": (page) => linkIn(page, "/daoxian/programmes", /实施中/),
    "programmes/:id/do/:act": async (page) => `${await linkIn(page, "/daoxian/programmes", /实施中/)}/do/plan_class`,
    "classes": "/daoxian/classes",
    "classes/:id": (page) => linkIn(page, "/daoxian/classes", /开班/),
    "classes/:id/do/:act": async (page) => `${await linkIn(page, "/daoxian/classes", /报名中/)}/do/apply`,
    "classes/:id/attendance": async (page) => `${await linkIn(page, "/daoxian/classes", /开班/)}/attendance`,
    "classes/:id/sessions/:session": (page) => sessionOf(page, /开班/),
    "classes/:id/sessions/:session/correct/:enrolment": async (page) => linkTo(page, await sessionOf(page, /开班/), /\/correct\//),
    "a class that has finished": (page) => linkIn(page, "/daoxian/classes", /已结业/),
    "the form of marks": async (page) => `${await linkIn(page, "/daoxian/classes", /已结业/)}/do/record_marks`,
    "the form of certificates": async (page) => `${await linkIn(page, "/daoxian/classes", /已结业/)}/do/issue_certificate`,
    "enrolments/:id": async (page) => linkTo(page, await linkIn(page, "/daoxian/classes", /开班/), /\/enrolments\//),
    "enrolments/:id/do/:act": async (page) => `${await linkTo(page, await linkIn(page, "/daoxian/classes", /开班/), /\/enrolments\//)}/do/edit_enrolment`,
    "trainees": "/daoxian/trainees",
    "trainees/:id": (page) => linkTo(page, "/daoxian/trainees", /\/trainees\/[0-9a-f-]{36}$/),
    "trainees/:id/do/:act": async (page) => `${await linkTo(page, "/daoxian/trainees", /\/trainees\/[0-9a-f-]{36}$/)}/do/edit_trainee`,
    "trainees/:id/contact": async (page) => `${await linkTo(page, "/daoxian/trainees", /\/trainees\/[0-9a-f-]{36}$/)}/contact`,
    "certificates": "/daoxian/certificates",
    "certificates/:id": (page) => linkTo(page, "/daoxian/certificates", /\/certificates\/[0-9a-f-]{36}$/),
    "certificates/:id/do/:act": async (page) => `${await linkTo(page, "/daoxian/certificates", /\/certificates\/[0-9a-f-]{36}$/)}/do/replace_certificate`,
    "trainees/import": "/daoxian/trainees/import?problem=csv",
    "trainees/import/:id": (page) => uploaded(page, "trainees", "trainees-jianghua.xlsx"),
  },
  "dx-head": {
    "cases/enter": "/daoxian/cases/enter",
    "cases/import": "/daoxian/cases/import?problem=csv",
    "cases/import/:id": (page) => enteredFromPaper(page),
    "handover": "/daoxian/handover",
    "handover/:person": (page) => linkTo(page, "/daoxian/handover", /\/handover\/[0-9a-f-]{36}$/),
    "an approval": "/daoxian/proposals",
    "delegations": "/daoxian/delegations",
    "number-blocks": "/daoxian/number-blocks",
    "transfers": "/daoxian/transfers",
    "transfers/:transfer": (page) => linkIn(page, "/daoxian/transfers", /已接收/),
    "a transfer to be answered": (page) => linkIn(page, "/daoxian/transfers", /待答复/),
  },
  "dx-admin": {
    "members": "/daoxian/members",
    "members/new": "/daoxian/members/new",
    "members/:member": (page) => linkIn(page, "/daoxian/members", /执法人员/),
    "settings": "/daoxian/settings",
    "powers": "/daoxian/powers",
    "practice": "/daoxian/practice",
    "start": "/daoxian/start",
  },
  "yz-cityadmin": {
    "bureaus": "/yongzhou/bureaus",
    "bureaus/new": "/yongzhou/bureaus/new",
    "bureaus/:slug": "/yongzhou/bureaus/daoxian",
    "accounts": "/yongzhou/accounts",
    "accounts/:person": accountOf,
    "calendar/:year/load": "/yongzhou/calendar/2027/load",
  },
  "yz-supervisor": {
    "figures": "/yongzhou/figures?figure=trained",
    "transfers/unanswered": "/yongzhou/transfers/unanswered",
    "transfers/designations": "/yongzhou/transfers/designations",
    "figures of a county": "/yongzhou/figures?period=own&from=2026-13&to=2026-01&county=daoxian&sort=cases_open",
    "visits": "/yongzhou/visits",
    "visits/new": "/yongzhou/visits/new?county=daoxian",
    "visits/:visit": (page) => visiting(page, ""),
    "visits/:visit/cases": (page) => visiting(page, "/cases"),
    "visits/:visit/cases/:case": async (page) => linkIn(page, await visiting(page, "/cases"), /终结 批准事先告知/),
    "visits/:visit/establishments": (page) => visiting(page, "/establishments"),
    "visits/:visit/establishments/:id": async (page) => linkIn(page, await visiting(page, "/establishments"), /有效/),
    "visits/:visit/programmes": (page) => visiting(page, "/programmes"),
    "visits/:visit/programmes/:id": async (page) => linkTo(page, await visiting(page, "/programmes"), /\/programmes\/[0-9a-f-]{36}$/),
    "visits/:visit/classes": (page) => visiting(page, "/classes"),
    "visits/:visit/classes/:id": async (page) => linkTo(page, await visiting(page, "/classes"), /\/classes\/[0-9a-f-]{36}$/),
    "visits/:visit/classes/:id/attendance": async (page) => `${await linkTo(page, await visiting(page, "/classes"), /\/classes\/[0-9a-f-]{36}$/)}/attendance`,
    "visits/:visit/enrolments/:id": async (page) => linkTo(page, await linkIn(page, await visiting(page, "/classes"), /开班/), /\/enrolments\//),
    "visits/:visit/trainees": (page) => visiting(page, "/trainees"),
    "visits/:visit/trainees/:id": async (page) => linkTo(page, await visiting(page, "/trainees"), /\/trainees\/[0-9a-f-]{36}$/),
    "visits/:visit/certificates": (page) => visiting(page, "/certificates"),
    "visits/:visit/certificates/:id": async (page) => linkTo(page, await visiting(page, "/certificates"), /\/certificates\/[0-9a-f-]{36}$/),
    "a visit that has ended": async (page) => endedVisit(page),
  },
  "dx-reader": { "visits of the city": "/daoxian/visits", "not allowed": "/daoxian/establishments/new" },
};

async function accountOf(page: Page) {
  await visit(page, "/yongzhou/accounts", true);
  await page.getByLabel("工号").fill("dx-officer3");
  await page.getByRole("button", { name: "查找账号" }).click();
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function linkIn(page: Page, list: string, row: RegExp) {
  await visit(page, list, true);
  return (await page.getByRole("row", { name: row }).first().getByRole("link").first().getAttribute("href"))!;
}

/** An address inside the newest open visit into 道县, which begins where there is none. */
async function visiting(page: Page, inside: string) {
  await visit(page, "/yongzhou/visits?form%5Bwhose%5D=mine&form%5Bcounty%5D=daoxian", true);
  const open = page.getByRole("row", { name: /进行中/ }).getByRole("link");
  if ((await open.count()) === 0) await beginVisit(page, "daoxian");
  const to = (await open.count()) > 0 ? (await open.first().getAttribute("href"))! : new URL(page.url()).pathname;
  return `${to}${inside}`;
}

async function endedVisit(page: Page) {
  const to = await visiting(page, "");
  await visit(page, to, true);
  await page.getByRole("region", { name: "调阅记录" }).getByRole("button", { name: "结束调阅" }).click();
  await page.waitForURL(/done=ended/);
  return `${to}/cases`;
}

async function linkOn(page: Page, path: string, name: string) {
  await visit(page, path, true);
  return (await page.getByRole("link", { name }).getAttribute("href"))!;
}

/** The first link of a page's content whose address is of a kind. */
async function linkTo(page: Page, path: string, kind: RegExp) {
  await visit(page, path, true);
  const links = await page.getByRole("main").getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  return links.find((href) => kind.test(href))!;
}

async function sessionOf(page: Page, row: RegExp) {
  return linkTo(page, await linkIn(page, "/daoxian/classes", row), /\/sessions\//);
}

async function actOf(page: Page, row: RegExp, act: RegExp) {
  await visit(page, await linkIn(page, "/daoxian/cases", row), true);
  const links = await page.getByRole("main").getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  return links.find((href) => act.test(href))!;
}

async function uploaded(page: Page, noun: string, file: string) {
  await visit(page, `/daoxian/${noun}/import`, true);
  await page.getByLabel("工作簿").setInputFiles(`samples/${file}`);
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/import\/[0-9a-f-]{36}$/);
  await ready(page, true);
  return new URL(page.url()).pathname;
}

/** A bank's list, compared: one payment that nobody owes. */
async function bankList(page: Page) {
  await visit(page, "/daoxian/payments/import", true);
  const buffer = workbookOf([["日期", "金额", "付款人"], ["2026-11-20", "100", "某商行"]]);
  await page.getByLabel("工作簿").setInputFiles({ name: "对账单.xlsx", mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/import\/[0-9a-f-]{36}$/);
  await ready(page, true);
  return new URL(page.url()).pathname;
}

/** A case from paper, compared: with what it lacks. */
async function enteredFromPaper(page: Page) {
  await visit(page, "/daoxian/cases/import", true);
  await page.getByLabel("工作簿").setInputFiles({ name: "在办案件.xlsx", mimeType: "application/octet-stream", buffer: openCases(2) });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/import\/[0-9a-f-]{36}$/);
  await ready(page, true);
  return new URL(page.url()).pathname;
}

/** Chooses for this browser what its buttons choose. */
async function choose(page: Page, kind: "language" | "theme", word: string) {
  const key = kind === "language" ? "lang" : "theme";
  await page.request.post(`/_/${kind}`, { form: { [key]: word, next: "/" }, maxRedirects: 0 });
}

/** A file that becomes evidence, and its page. */
async function oneEvidence(page: Page) {
  const list = (await linkIn(page, "/daoxian/cases", /立案 记录调查取证/)).replace("/daoxian/cases/", "/_/evidence/daoxian/");
  await page.goto(list);
  for (const [label, value] of [["来源", "当事人提供"], ["提取地点", "门店"], ["提取时间", "00:00"]]) await page.getByLabel(label).fill(value);
  await page.getByLabel("证据种类").selectOption("recording");
  await page.getByLabel("选择文件").setInputFiles([{ name: "录音.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("ID3 ") }]);
  await expect(page.getByText("已传完，等待登记")).toBeVisible();
  await page.getByRole("button", { name: "登记为证据" }).click();
  return (await page.getByRole("link", { name: "录音.mp3" }).getAttribute("href"))!;
}

async function neverSideways(page: Page, where: string) {
  for (const width of [320, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    const over = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > room + 1);
      return document.documentElement.scrollWidth > room ? wide.slice(-3).map((element) => element.outerHTML.slice(0, 120)) : [];
    });
    expect(over, `${where} at ${width} px`).toEqual([]);
  }
}

/** Each language in its own theme as the server draws it, then in the other one, where only contrasts can differ. */
async function look(page: Page, route: string, path: string) {
  for (const [lang, theme, other] of [["zh", "light", "dark"], ["en", "dark", "light"]]) {
    await test.step(`${route} ${lang}`, async () => {
      await choose(page, "language", lang);
      await choose(page, "theme", theme);
      // The help and the lists of papers are read without a script.
      await visit(page, path, !/^\/_\/(help|papers|check|evidence|dossier|money)|^\/open/.test(path));
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      await expect(page.locator("html")).toHaveAttribute("lang", lang === "en" ? "en" : /zh/);
      await accessible(page);
      await picture(page, `page-${route.replace(/[^a-z]+/g, "-")}-${lang}-${theme}`);
      await neverSideways(page, `${route} ${lang}`);
      await page.evaluate((other) => document.documentElement.setAttribute("data-theme", other), other);
      await accessible(page, "color-contrast");
    });
  }
  await choose(page, "language", "zh");
}

for (const [seat, pages] of Object.entries(WALKS)) {
  test(`the pages of ${seat} can be used by everybody`, async ({ page, hasScript }) => {
    // The longest walk has some fifty pages, each in two languages and both themes.
    test.setTimeout(360_000);
    await signIn(page, seat, hasScript);
    for (const [route, where] of Object.entries(pages)) await look(page, route, typeof where === "string" ? where : await where(page));
  });
}

test("the help can be read by everybody", async ({ page }) => {
  test.setTimeout(120_000);
  for (const entry of ["", "/role/officer", "/act/serve", "/form/back-entry", "/training/apply", "/refusal/two_officers"]) {
    await look(page, `help ${entry}`, `/_/help${entry}`);
  }
});

test("the public pages can be read by everybody", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/open/daoxian");
  const decision = await page.getByRole("row").getByRole("link").first().getAttribute("href");
  for (const path of ["/open", "/open/daoxian", "/open/daoxian?unit=%25&violation=x", decision!, `/open/daoxian/${"0".repeat(32)}`]) {
    await look(page, `open ${path.split("/").length} ${path.includes("?") ? "wrong" : ""}`, path);
  }
});

test("sign-in can be used by everybody", async ({ page }) => {
  await look(page, "/_/sign-in", "/_/sign-in?problem=wrong");
});

test("no page of the route table was left out", () => {
  const table = [...readFileSync("../app/src/shell.rs", "utf8").matchAll(/<Route path=path!\("([^"]*)"\)/g)].map((found) => found[1]);
  const walked = ["/", "", "/_/sign-in", ...Object.values(WALKS).flatMap((pages) => Object.keys(pages))];
  expect(table.length).toBeGreaterThan(15);
  expect(table.filter((route) => !walked.includes(route))).toEqual([]);
});
