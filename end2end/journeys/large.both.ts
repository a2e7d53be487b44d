// 长辈模式: every text of 18 pt and more, every target of 60 px and more, nothing beside the screen and nothing over
// another; measured on the pages that somebody works with all day.
import { openCase } from "./case";
import { accessible, expect, picture, ready, signIn, test, visit } from "./page";
import type { Page } from "@playwright/test";

const TEXT_MIN = 24;
const TARGET_MIN = 60;

/** Texts that are too small, and targets that are too low or lie over another. */
async function faults(page: Page) {
  return page.evaluate(
    ([text, target]) => {
      const found: string[] = [];
      const shown = (element: Element) => {
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        // What only screen readers read has a box of one pixel.
        return box.width > 2 && box.height > 2 && style.visibility === "visible" && element.checkVisibility() && !element.closest(".vh, dialog, svg");
      };
      const told = (element: Element) => `${element.tagName} ${element.className} "${(element.textContent ?? "").trim().slice(0, 30)}"`;
      const says = (element: Element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== "");
      for (const element of document.querySelectorAll("body *")) {
        if (!shown(element) || !(says(element) || /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName))) continue;
        const size = parseFloat(getComputedStyle(element).fontSize);
        if (size < text && !/^(checkbox|radio|hidden)$/.test((element as HTMLInputElement).type ?? "")) found.push(`${size} px: ${told(element)}`);
      }
      const boxes: [Element, DOMRect][] = [];
      for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
        const ticked = /^(checkbox|radio)$/.test((element as HTMLInputElement).type ?? "");
        const area = ticked ? (element.closest("label") ?? element) : element;
        if (!shown(area) || (element as HTMLInputElement).type === "hidden") continue;
        const box = area.getBoundingClientRect();
        if (box.height < target - 0.5) found.push(`${Math.round(box.height)} px high: ${told(area)}`);
        boxes.push([area, box]);
      }
      boxes.forEach(([one, box], at) => {
        for (const [other, beside] of boxes.slice(at + 1)) {
          if (one.contains(other) || other.contains(one)) continue;
          const across = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
          const down = Math.min(box.bottom, beside.bottom) - Math.max(box.top, beside.top);
          if (across > 1 && down > 1) found.push(`${told(one)} lies over ${told(other)}`);
        }
      });
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > room) {
        const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > room + 1);
        found.push(...wide.slice(-3).map((element) => `beside the screen: ${told(element)}`));
      }
      return found.slice(0, 12);
    },
    [TEXT_MIN, TARGET_MIN],
  );
}

async function isLarge(page: Page, name: string, hasScript: boolean) {
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 768 });
    expect(await faults(page), `${name} at ${width} px`).toEqual([]);
    await picture(page, `large-${name}-${width}${hasScript ? "" : "-nojs"}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  if (!hasScript) return;
  for (const theme of ["light", "dark"]) {
    await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
    await accessible(page);
  }
}

/** Presses the switch and waits for the page to come back. */
async function choose(page: Page, words: string, hasScript: boolean) {
  await page.getByRole("button", { name: words }).click();
  await page.waitForLoadState();
  await ready(page, hasScript);
}

test("the switch shows everything large, and is remembered until it is switched back", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/cases", hasScript);
  await choose(page, "长辈模式", hasScript);
  await expect(page.locator("html")).toHaveAttribute("data-size", "large");
  await expect(page).toHaveURL(/\/daoxian\/cases$/);
  await expect(page.getByRole("button", { name: "长辈模式" })).toBeHidden();
  await visit(page, "/_/help/act/file", false);
  await expect(page.locator("html")).toHaveAttribute("data-size", "large");
  expect(await faults(page), "the help").toEqual([]);
  await visit(page, "/daoxian", hasScript);
  await choose(page, "标准字号", hasScript);
  await expect(page.locator("html")).not.toHaveAttribute("data-size");
});

test("an officer's work list, case and form are large", async ({ page, hasScript }) => {
  test.setTimeout(120_000);
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian", hasScript);
  await choose(page, "长辈模式", hasScript);
  await isLarge(page, "work-list", hasScript);
  await openCase(page, "daoxian", /等当事人（作出处罚决定）/, hasScript);
  await isLarge(page, "case", hasScript);
  await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
  await visit(page, `${new URL(page.url()).pathname}/do/record`, hasScript);
  await isLarge(page, "form", hasScript);
  // What needs a script is not shown before one listens.
  await expect(page.getByRole("button", { name: /^今天/ })).toBeVisible({ visible: hasScript });
});

test("a head's approvals and a trainer's roll call are large", async ({ seat, hasScript }) => {
  test.setTimeout(120_000);
  const head = await seat("dx-head");
  await visit(head, "/daoxian/proposals", hasScript);
  await choose(head, "长辈模式", hasScript);
  await isLarge(head, "approvals", hasScript);
  const trainer = await seat("dx-trainer");
  await visit(trainer, "/daoxian/classes", hasScript);
  await choose(trainer, "长辈模式", hasScript);
  const room = (await trainer.getByRole("row", { name: /开班/ }).first().getByRole("link").first().getAttribute("href"))!;
  await visit(trainer, room, hasScript);
  const links = await trainer.getByRole("main").getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  await visit(trainer, links.find((href) => /\/sessions\//.test(href))!, hasScript);
  await isLarge(trainer, "roll-call", hasScript);
});
