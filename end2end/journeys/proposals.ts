// What journeys through the queue of approvals do the same way.
import { today } from "./case";
import { expect } from "./page";
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

/** Registers a clue and proposes not to file it, as the forms send it; the address of the case. */
export async function proposed(officer: Page, words: string) {
  const post = async (form: Record<string, string>) => {
    const answer = await officer.request.post("/_/api/case-act", { form, maxRedirects: 0, headers: { origin: new URL(officer.url()).origin } });
    expect(answer.status(), words).toBeLessThan(400);
    const to = answer.headers()["location"];
    expect(to, words).toContain("done=");
    return to;
  };
  const [, bureau, , id] = (await post({
    bureau: "daoxian", case: "", act: "register_clue", party: "",
    "form[on]": today(), "form[source]": "report", "form[suspicion]": words, "form[place]": "道县", "form[token]": randomUUID(),
  })).split("?")[0].split("/");
  await post({
    bureau, case: id, act: "refuse_filing", party: "",
    "form[ground]": "no_unlawful_act", "form[reasons]": `${words}，经核实没有违法事实。`, "form[seq]": "1", "form[token]": randomUUID(),
  });
  return `/${bureau}/cases/${id}`;
}

/** How many wait for the person, as the page's head says. */
export const waiting = async (page: Page) => Number((await page.getByRole("heading", { level: 1 }).innerText()).match(/\d+/)?.[0] ?? 0);
